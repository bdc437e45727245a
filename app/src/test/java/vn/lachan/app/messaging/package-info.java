@NullMarked
package vn.lachan.app.messaging;

import org.jspecify.annotations.NullMarked;
