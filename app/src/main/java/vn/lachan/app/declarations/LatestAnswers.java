package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.UUID;

/** The last declaration of a person on a form, opened for the person. */
public record LatestAnswers(
    UUID publicId,
    long person,
    String form,
    String formVersion,
    String responseJson,
    Level level,
    Instant declaredAt) {
  @Override
  public String toString() {
    return "LatestAnswers[" + publicId + "]";
  }
}
