/**
 * Tables that people upload, as rows of text: CSV in every encoding in which Vietnamese was ever
 * written on an office computer, and XLSX, which is checked before its reader sees it. Nothing here
 * knows what the columns mean.
 */
@NullMarked
package vn.lachan.app.places.sheet;

import org.jspecify.annotations.NullMarked;
