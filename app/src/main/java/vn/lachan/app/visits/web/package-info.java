/** The visitor's page, the keeper's gate, the list of a place, and the JSON API of visits. */
@NullMarked
package vn.lachan.app.visits.web;

import org.jspecify.annotations.NullMarked;
