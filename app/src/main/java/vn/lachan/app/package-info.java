/** The program: one package a module, the composition root beside them. */
@NullMarked
package vn.lachan.app;

import org.jspecify.annotations.NullMarked;
