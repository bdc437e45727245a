/** Tests of traces on a real PostgreSQL, over sources held in memory. */
@NullMarked
package vn.lachan.app.tracing;

import org.jspecify.annotations.NullMarked;
