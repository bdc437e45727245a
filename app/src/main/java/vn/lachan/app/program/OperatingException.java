package vn.lachan.app.program;

/**
 * Something about the machine or its settings keeps the program from starting. The message is for
 * the operator: what happened and what to do.
 */
public final class OperatingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OperatingException(String message) {
    super(message);
  }

  public OperatingException(String message, Throwable cause) {
    super(message, cause);
  }
}
