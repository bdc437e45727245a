package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who declared the same vehicle on the same day.
 *
 * @param kind of vehicle; null where nobody declared it
 * @param seat from which rows are counted; null where none is known
 * @param cut whether more declared it than are listed
 */
public record Companions(
    LocalDate day,
    @Nullable String kind,
    @Nullable String seat,
    List<Companion> rows,
    boolean cut) {
  public Companions {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param rowsApart from the seat asked from; null where one of them is not known
   */
  public record Companion(
      DeclarationRow declaration,
      @Nullable String seat,
      @Nullable Integer rowsApart,
      @Nullable Integer from,
      @Nullable Integer to) {}
}
