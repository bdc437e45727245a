/** The pages and the JSON API of cases, their contacts and tasks. */
@NullMarked
package vn.lachan.app.casework.web;

import org.jspecify.annotations.NullMarked;
