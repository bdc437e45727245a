@NullMarked
package vn.lachan.app.units.web;

import org.jspecify.annotations.NullMarked;
