/** Sign-in, accounts and tokens as pages; the filter chain in front of every request. */
@NullMarked
package vn.lachan.app.access.web;

import org.jspecify.annotations.NullMarked;
