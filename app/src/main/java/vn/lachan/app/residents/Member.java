package vn.lachan.app.residents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.Sex;

/**
 * Somebody for whom an account answers, as it was typed in that account. {@link #toString} shows
 * none of it.
 *
 * @param id random, for addresses
 * @param person the number of the record; stays inside the program
 * @param unit the commune of residence
 * @param self whether it is the holder of the phone
 * @param atHome whether they live with the holder
 */
public record Member(
    long number,
    UUID id,
    long person,
    String name,
    int birthYear,
    @Nullable Sex sex,
    @Nullable String address,
    @Nullable Integer unit,
    boolean self,
    boolean atHome,
    Instant joinedAt) {
  /** The last word of the name, as people are called. */
  public String calledBy() {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
