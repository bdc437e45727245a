package vn.lachan.app.declarations;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of declarations.
 *
 * @param retentionDays days after which a declaration is dropped, unless its person stands in an
 *     open case
 * @param validHours how long a declaration stands for its person at a gate
 * @param futureMinutes how far ahead of the server's clock a declaration may be
 * @param responseLetters longest QuestionnaireResponse
 * @param exportRows most rows of one export
 * @param answerExportRows most declarations of one export with their answers
 * @param figureDays most days of one table of figures
 * @param devicePerMinute declarations by one browser that nobody signed in on
 * @param placePerMinute declarations at one place by visitors' own phones
 * @param oldFormDays how long answers to a version of a form are taken after it ended
 * @param gateCalls rules that call the commune when somebody declares at a gate, though the level
 *     alone would not
 */
@ConfigurationProperties("declarations")
public record DeclarationsSettings(
    @DefaultValue("90") int retentionDays,
    @DefaultValue("72") int validHours,
    @DefaultValue("5") int futureMinutes,
    @DefaultValue("100000") int responseLetters,
    @DefaultValue("20000") int exportRows,
    @DefaultValue("2000") int answerExportRows,
    @DefaultValue("92") int figureDays,
    @DefaultValue("12") int devicePerMinute,
    @DefaultValue("600") int placePerMinute,
    @DefaultValue("30") int oldFormDays,
    @DefaultValue("symptom") List<String> gateCalls) {
  public DeclarationsSettings {
    gateCalls = List.copyOf(gateCalls);
  }

  /** The defaults, for tests and loaders. */
  public static DeclarationsSettings defaults() {
    return new DeclarationsSettings(
        90, 72, 5, 100_000, 20_000, 2_000, 92, 12, 600, 30, List.of("symptom"));
  }
}
