package vn.lachan.app.gates.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.lachan.app.gates.GateAnswer;

/** What the server says about somebody at a gate, in words. */
record AnswerJson(
    long serverTime,
    String advice,
    @Nullable String code,
    @Nullable String words,
    List<String> warnings,
    boolean isInside,
    boolean isRecent,
    int inside) {
  static AnswerJson of(GateAnswer answer, Instant now, MessageSource messages, Locale locale) {
    String said = answer.said();
    return new AnswerJson(
        now.toEpochMilli(),
        answer.advice().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        said,
        said == null ? null : messages.getMessage(said, answer.arguments().toArray(), said, locale),
        answer.warnings().stream()
            .map(key -> String.valueOf(messages.getMessage(key, null, key, locale)))
            .toList(),
        answer.isInside(),
        answer.isRecent(),
        answer.inside());
  }
}
