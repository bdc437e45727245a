package vn.lachan.app.people;

/** Who brought a claim or a record. */
public enum Source {
  /** The person's own form. */
  RESIDENT,
  /** A keeper at a gate, for the visitor. */
  KEEPER,
  /** An officer of a commune or a tracer. */
  OFFICER,
  /** A file or another system. */
  IMPORT,
  /** The simulated province. */
  DEMO
}
