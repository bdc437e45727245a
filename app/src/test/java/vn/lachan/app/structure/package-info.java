/** What keeps the house in order: rules that nobody checks drift. */
@NullMarked
package vn.lachan.app.structure;

import org.jspecify.annotations.NullMarked;
