package vn.lachan.app.visits.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.visits.Receipt;

/**
 * What became of a line.
 *
 * @param line from 1; null for a single visit
 * @param key the sender's own key
 * @param outcome {@code stored}, {@code already}, {@code departed}, {@code waiting}, {@code
 *     withdrawn-earlier} or {@code refused}
 * @param code why it was refused, with words in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerJson(
    @Nullable Integer line,
    @Nullable String key,
    String outcome,
    @Nullable UUID person,
    @Nullable Instant at,
    @Nullable String code,
    @Nullable String words) {
  static AnswerJson recorded(@Nullable Integer line, @Nullable String key, Receipt receipt) {
    String outcome = String.valueOf(receipt.outcome()).toLowerCase(Locale.ROOT).replace('_', '-');
    return new AnswerJson(line, key, outcome, receipt.person(), receipt.at(), null, null);
  }

  static AnswerJson refused(
      @Nullable Integer line, @Nullable String key, String code, String words) {
    return new AnswerJson(line, key, "refused", null, null, code, words);
  }
}
