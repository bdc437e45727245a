/** Tests of the resident's app. */
@NullMarked
package vn.lachan.app.residents;

import org.jspecify.annotations.NullMarked;
