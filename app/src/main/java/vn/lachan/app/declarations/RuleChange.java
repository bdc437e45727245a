package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an officer wants rules to be from a day on.
 *
 * @param code of the set
 * @param documentVi the document it follows, in Vietnamese and English
 * @param compared whether it was compared with the original document
 * @param edits by code of rule; a rule that misses goes
 * @param json the whole set as JSON, which then wins over the edits; null where it was not touched
 */
public record RuleChange(
    String code,
    LocalDate from,
    String documentVi,
    String documentEn,
    boolean compared,
    Map<String, Edit> edits,
    @Nullable String json) {
  public RuleChange {
    edits = Map.copyOf(edits);
  }

  /** One rule. */
  public record Edit(Level level, String textVi, String textEn) {}
}
