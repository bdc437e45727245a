/** Pages of the registers of the data-protection law, and the resident's request. */
@NullMarked
@NamedInterface("web")
package vn.lachan.app.privacy.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
