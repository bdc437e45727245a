package vn.lachan.app.units;

import org.jspecify.annotations.Nullable;

/**
 * One step from a unit of the older hierarchy to a unit of today's. {@code FULL}: the whole old
 * unit became part of the new one; {@code PARTIAL}: some of it did, and the rest went elsewhere.
 *
 * @param nameBefore the full name under which the code ended in March 2025, where that differs from
 *     July 2021: the code went on, the unit may have grown in between
 * @param origin from the published tables or completed by an operator
 */
public record Lineage(
    int oldId, int newId, Extent extent, @Nullable String nameBefore, Origin origin) {
  /** How much of the old unit went into the new one. */
  public enum Extent {
    FULL,
    PARTIAL
  }

  /** Who says so. */
  public enum Origin {
    REFERENCE,
    OPERATOR
  }
}
