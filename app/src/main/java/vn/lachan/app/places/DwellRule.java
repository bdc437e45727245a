package vn.lachan.app.places;

/**
 * What a departure is inferred from where nobody scanned it.
 *
 * @param dwellMinutes how long people usually stay at this kind of place
 * @param document where the minutes come from; the product's own default says so
 */
public record DwellRule(OpeningHours hours, int dwellMinutes, String document) {}
