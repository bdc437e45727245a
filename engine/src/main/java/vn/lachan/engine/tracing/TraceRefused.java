package vn.lachan.engine.tracing;

/** A trace that cannot be made of what the caller gave; the code says why. */
public final class TraceRefused extends RuntimeException {
  /** Why a trace is refused. */
  public enum Code {
    /** Neither onset nor sample date, so there is no infectious period. */
    NO_DATE,
    /** The window ends before it begins, such as an isolation before the infectious period. */
    EMPTY_WINDOW,
    /** More or fewer generations than a trace can have. */
    GENERATIONS
  }

  private static final long serialVersionUID = 1;

  private final Code code;

  TraceRefused(Code code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
