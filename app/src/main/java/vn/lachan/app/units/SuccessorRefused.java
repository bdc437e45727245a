package vn.lachan.app.units;

/** An operator's statement about a successor that cannot be accepted. */
public final class SuccessorRefused extends RuntimeException {
  /** Why; {@link #code()} is what the API and message files use. */
  public enum Reason {
    /** The old unit has a published successor, or is no commune of the older hierarchy. */
    NOT_AWAITED,
    /** The new unit is not one of today's. */
    NO_SUCH_UNIT
  }

  private final Reason reason;

  SuccessorRefused(Reason reason, int oldId, int newId) {
    super("units.successor." + reason + ": " + oldId + " to " + newId);
    this.reason = reason;
  }

  /** "units.successor.not-awaited" or "units.successor.no-such-unit". */
  public String code() {
    return switch (reason) {
      case NOT_AWAITED -> "units.successor.not-awaited";
      case NO_SUCH_UNIT -> "units.successor.no-such-unit";
    };
  }
}
