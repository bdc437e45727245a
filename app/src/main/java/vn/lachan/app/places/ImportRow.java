package vn.lachan.app.places;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table and its answer.
 *
 * @param texts what stands in it; empty once it is a place
 * @param place the place that it became, or that was there already
 * @param twinLine the earlier line of the same table that says the same place
 */
public record ImportRow(
    int line,
    State state,
    Map<ImportField, String> texts,
    List<ImportProblem> problems,
    @Nullable UUID place,
    @Nullable String placeName,
    @Nullable Integer twinLine) {
  /** What became of a row. */
  public enum State {
    WAITING,
    ACCEPTED,
    EXISTING,
    WRONG;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  public ImportRow {
    texts = Map.copyOf(texts);
    problems = List.copyOf(problems);
  }

  public String text(ImportField field) {
    return texts.getOrDefault(field, "");
  }

  /** The first problem of a field; null where it is right. */
  public @Nullable ImportProblem problem(ImportField field) {
    return problems.stream().filter(one -> one.field() == field).findFirst().orElse(null);
  }

  @Override
  public String toString() {
    return "ImportRow[" + line + " " + state + "]";
  }
}
