package vn.lachan.app.access;

/** Where a role holds. Numbers of units and places are opaque here. */
public sealed interface Scope {
  /** The whole installation. */
  record Everywhere() implements Scope {}

  /** A unit and all below it. */
  record OfUnit(int unit) implements Scope {}

  /** A sector's kinds of places within a unit. */
  record OfSector(String sector, int unit) implements Scope {}

  /** One place. */
  record OfPlace(long place) implements Scope {}
}
