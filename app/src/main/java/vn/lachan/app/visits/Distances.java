package vn.lachan.app.visits;

/** How far places lie from each other. */
interface Distances {
  /** Nothing is known, so no journey is too fast. */
  Distances NONE = (from, to) -> 0;

  /** Metres between two places whose locations are exact; 0 where either is not. */
  double metres(long from, long to);
}
