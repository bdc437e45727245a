/** The JSON API of traces; their pages are those of cases. */
@NullMarked
package vn.lachan.app.tracing.web;

import org.jspecify.annotations.NullMarked;
