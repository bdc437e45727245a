/** Tests of the registers of the data-protection law, on real PostgreSQL. */
@NullMarked
package vn.lachan.app.privacy;

import org.jspecify.annotations.NullMarked;
