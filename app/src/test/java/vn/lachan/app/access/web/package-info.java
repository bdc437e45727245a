@NullMarked
package vn.lachan.app.access.web;

import org.jspecify.annotations.NullMarked;
