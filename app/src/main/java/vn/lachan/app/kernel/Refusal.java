package vn.lachan.app.kernel;

import java.util.List;
import java.util.Objects;

/**
 * A request that cannot be granted, for a reason its sender can act on. The code is also the key of
 * the message that a reader sees; the arguments fill it and never hold identity.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Kind kind;
  private final transient List<Object> arguments;

  public Refusal(Kind kind, String code, Object... arguments) {
    super(code, null, false, false);
    this.code = Objects.requireNonNull(code);
    this.kind = Objects.requireNonNull(kind);
    this.arguments = List.of(arguments);
  }

  public static Refusal invalid(String code, Object... arguments) {
    return new Refusal(Kind.INVALID, code, arguments);
  }

  public static Refusal notFound(String code, Object... arguments) {
    return new Refusal(Kind.NOT_FOUND, code, arguments);
  }

  public static Refusal forbidden(String code, Object... arguments) {
    return new Refusal(Kind.FORBIDDEN, code, arguments);
  }

  public static Refusal conflict(String code, Object... arguments) {
    return new Refusal(Kind.CONFLICT, code, arguments);
  }

  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /** Whose fault it is and what it means on the wire (RFC 9110 status codes). */
  public enum Kind {
    INVALID(422),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    GONE(410),
    TOO_LARGE(413),
    TOO_MANY(429),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
