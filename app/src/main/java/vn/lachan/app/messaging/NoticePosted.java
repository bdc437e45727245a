package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.List;

/** A module has something to tell a person; heard in the transaction that posts it. */
public record NoticePosted(long person, String template, List<String> arguments, Instant at) {
  public NoticePosted {
    arguments = List.copyOf(arguments);
  }
}
