/** Plain Java that never touches the outside world: data, rules and time are arguments. */
@NullMarked
package vn.lachan.engine;

import org.jspecify.annotations.NullMarked;
