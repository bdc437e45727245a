/** The pages and page parts that belong to no single module. */
@NullMarked
package vn.lachan.app.portal.web;

import org.jspecify.annotations.NullMarked;
