/** Pages and the JSON API of persons: exact look-up, opening with a purpose, duplicates. */
@NullMarked
package vn.lachan.app.people.web;

import org.jspecify.annotations.NullMarked;
