package vn.lachan.app.places;

import org.jspecify.annotations.Nullable;

/**
 * Which places a list shows; null means any.
 *
 * @param text beginnings of words of name or address, with or without accents; or a place code
 * @param unit a unit and all below it
 */
public record PlaceFilter(
    @Nullable String text,
    @Nullable Integer unit,
    @Nullable String type,
    @Nullable String sector,
    @Nullable Status status) {
  public static PlaceFilter all() {
    return new PlaceFilter(null, null, null, null, null);
  }
}
