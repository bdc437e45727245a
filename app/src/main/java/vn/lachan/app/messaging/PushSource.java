package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.Optional;

/** A module that sends to browsers says here, at the moment of sending, to which and what. */
public interface PushSource {
  /** The name under which its references lie in the outbox. */
  String owner();

  /** Empty when the message has lost its point: it is then not sent. */
  Optional<PushMessage> resolve(String template, long number);

  /** The push service says that the browser does not listen any more. */
  void ended(String template, long number, Instant now);
}
