/** Declaring, with and without signing in; the officers' list and figures; the JSON API. */
@NullMarked
@NamedInterface("web")
package vn.lachan.app.declarations.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
