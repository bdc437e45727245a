/** The drill's simulated handset as a page. */
@NullMarked
package vn.lachan.app.messaging.web;

import org.jspecify.annotations.NullMarked;
