package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations are wanted; null means any.
 *
 * @param form its code
 * @param unit of persons within this unit
 * @param place made at this place
 * @param from the first day, {@code to} the last
 * @param warning a rule that fired
 * @param serial of a sheet of paper
 * @param person whose they are, under any record; the public id
 */
public record DeclarationFilter(
    @Nullable String form,
    @Nullable Level level,
    @Nullable Integer unit,
    @Nullable UUID place,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable DeclarationWay way,
    @Nullable String warning,
    @Nullable String serial,
    @Nullable UUID person) {
  /** Of anybody. */
  public DeclarationFilter(
      @Nullable String form,
      @Nullable Level level,
      @Nullable Integer unit,
      @Nullable UUID place,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable DeclarationWay way,
      @Nullable String warning,
      @Nullable String serial) {
    this(form, level, unit, place, from, to, way, warning, serial, null);
  }

  public static DeclarationFilter all() {
    return new DeclarationFilter(null, null, null, null, null, null, null, null, null);
  }

  /** What the audit record keeps of a filter: codes and numbers, never a person. */
  String written() {
    var text = new StringBuilder();
    add(text, "form", form);
    add(text, "level", level);
    add(text, "unit", unit);
    add(text, "place", place);
    add(text, "from", from);
    add(text, "to", to);
    add(text, "way", way);
    add(text, "warning", warning);
    add(text, "person", person);
    return text.toString();
  }

  private static void add(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
    }
  }
}
