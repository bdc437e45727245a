/** Pages of paper forms: pads and batches for officers, keying, settling, photographs, figures. */
@NullMarked
package vn.lachan.app.paper.web;

import org.jspecify.annotations.NullMarked;
