@NullMarked
package vn.lachan.app.people.web;

import org.jspecify.annotations.NullMarked;
