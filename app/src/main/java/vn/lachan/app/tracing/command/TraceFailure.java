package vn.lachan.app.tracing.command;

import java.io.Serial;

/** An error of the caller or the input, with the exit code it ends the command with. */
final class TraceFailure extends RuntimeException {
  static final int BAD_INPUT = 1;
  static final int UNKNOWN_PERSON = 2;

  /** EX_USAGE of sysexits.h. */
  static final int BAD_USAGE = 64;

  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;

  /** The message is what the reader is told, in their language. */
  TraceFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  String told() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
