/**
 * Health declarations on paper: pads of blank forms with serials, batches of filled-in sheets that
 * are given to keyers, keying from the keyboard alone, double entry, photographs of sheets, and how
 * long it takes until what is on paper can be traced.
 *
 * <p>Front doors: {@link vn.lachan.app.paper.Pads}, {@link vn.lachan.app.paper.Batches}, {@link
 * vn.lachan.app.paper.Keying}, {@link vn.lachan.app.paper.SheetPhotos}, {@link
 * vn.lachan.app.paper.TakenSheets}, {@link vn.lachan.app.paper.PaperFigures}. Owns the schema
 * {@code paper}: {@code pad}, {@code sheet}, {@code voiding}, {@code batch}, {@code closure},
 * {@code keyer}, {@code entry}, {@code taken}, {@code comparison}, {@code difference}, {@code
 * photo}. What a sheet says becomes a declaration through {@link
 * vn.lachan.app.declarations.SheetDeclaring}; who somebody is stands nowhere else. Publishes no
 * event.
 *
 * <p>In a batch with double entry a sheet is taken once both keyers agree, not before: whom a wrong
 * digit names cannot be unsaid, and a declaration is never rewritten. What looks red after the
 * first keying stands first on the officers' page, who may key it a second time themselves; the
 * second keyer's order tells nothing, so that they read the sheet and not the first keyer. A batch
 * for which speed is worth more is simply keyed once.
 */
@NullMarked
@ApplicationModule(
    displayName = "Paper",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "access",
      "places",
      "people",
      "declarations",
      "declarations :: web"
    })
package vn.lachan.app.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
