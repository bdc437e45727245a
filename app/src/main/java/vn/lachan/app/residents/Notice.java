package vn.lachan.app.residents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a resident is told.
 *
 * @param id random, for addresses
 * @param name whom it concerns, as typed in the account
 * @param template names its words: {@code residents.notice.<template>.title} and {@code .text}
 * @param readAt when this account opened it; null before
 * @param done whether what it asks for was done since, so that nobody has to act on it
 */
public record Notice(
    UUID id,
    String name,
    String template,
    List<String> arguments,
    Instant at,
    @Nullable Instant readAt,
    boolean done) {
  public Notice {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String toString() {
    return "Notice[" + template + "]";
  }
}
