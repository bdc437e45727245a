package vn.lachan.app.casework;

import java.util.Locale;

/** Why somebody is to be called. The names are stored. */
public enum TaskKind {
  /** A contact of a case. */
  CONTACT,
  /** A health declaration at the highest level; belongs to no case. */
  WARNING;

  /** The message key of its name. */
  public String key() {
    return "casework.kind." + name().toLowerCase(Locale.ROOT);
  }
}
