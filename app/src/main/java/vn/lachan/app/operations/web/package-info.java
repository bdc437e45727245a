/** Pages of the operator. */
@NullMarked
package vn.lachan.app.operations.web;

import org.jspecify.annotations.NullMarked;
