/** Tests of the resident's app. */
@NullMarked
package vn.lachan.app.residents.web;

import org.jspecify.annotations.NullMarked;
