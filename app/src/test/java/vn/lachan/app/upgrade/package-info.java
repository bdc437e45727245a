/** What earlier versions stored lives on: their migrations, their data, their statements. */
@NullMarked
package vn.lachan.app.upgrade;

import org.jspecify.annotations.NullMarked;
