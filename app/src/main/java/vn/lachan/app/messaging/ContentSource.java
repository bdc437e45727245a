package vn.lachan.app.messaging;

import java.util.Optional;

/** A module that sends messages says here, at the moment of sending, to whom and with what. */
public interface ContentSource {
  /** The name under which its references lie in the outbox. */
  String owner();

  /** Empty when the message has lost its point or its person: it is then not sent. */
  Optional<Outgoing> resolve(String template, long number);

  /** Whether a second copy does less harm than silence, where nobody knows if the first arrived. */
  default boolean mayRepeat(String template) {
    return false;
  }
}
