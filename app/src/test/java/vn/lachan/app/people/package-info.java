@NullMarked
package vn.lachan.app.people;

import org.jspecify.annotations.NullMarked;
