package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;

/** The history of everything in the registers: one row a step, with who and when. */
@Component
class Steps {
  static final String TEXT = "text";

  private static final int SHOWN = 200;

  private final StepTable table;
  private final SealedTexts texts;
  private final Accounts accounts;

  Steps(StepTable table, SealedTexts texts, Accounts accounts) {
    this.table = table;
    this.texts = texts;
    this.accounts = accounts;
  }

  void note(UUID subject, String what, long by, Instant now) {
    note(subject, what, null, null, by, now);
  }

  void note(
      UUID subject,
      String what,
      @Nullable String reason,
      @Nullable String text,
      long by,
      Instant now) {
    table.insert(subject, what, reason, texts.keepIfAny(subject, TEXT, text), by, now);
  }

  /** The oldest first; texts only where the caller records that it opens them. */
  List<Step> of(UUID subject, boolean opened) {
    List<StepTable.Row> rows = table.of(subject, SHOWN);
    Map<Long, String> names =
        accounts.names(rows.stream().map(StepTable.Row::by).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new Step(
                    row.what(),
                    row.reason(),
                    opened && row.text() != null ? texts.open(row.text(), subject).get(TEXT) : null,
                    names.getOrDefault(row.by(), ""),
                    row.at()))
        .toList();
  }
}
