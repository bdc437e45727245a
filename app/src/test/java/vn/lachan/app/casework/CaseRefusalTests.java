package vn.lachan.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lachan.app.kernel.Refusal;

/** What the dates of a case can be: one line a case. Today is 20/11/2021, 08:00. */
class CaseRefusalTests {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOW = LocalDateTime.of(2021, 11, 20, 8, 0).atZone(ZONE).toInstant();

  /** symptoms, onset, sample, first contact, source case, isolated, confirmed -> code */
  private static final String TABLE =
      """
      yes  2021-11-15  2021-11-18  -           -  2021-11-19T07:00  2021-11-19  -
      no   -           2021-11-18  -           -  -                 2021-11-19  -
      no   -           2021-11-18  2021-11-10  7  -                 2021-11-19  -
      no   -           2021-11-18  -           7  -                 2021-11-19  -
      yes  2021-11-20  -           -           -  2021-11-20T08:04  2021-11-20  -
      yes  2021-11-15  2021-10-25  -           -  -                 2021-11-19  -
      no   -           -           -           -  -                 2021-11-19  no-date
      yes  -           2021-11-18  -           -  -                 2021-11-19  onset-missing
      no   2021-11-15  2021-11-18  -           -  -                 2021-11-19  onset-without-symptoms
      yes  2021-11-21  -           -           -  -                 2021-11-19  onset-future
      no   -           2021-11-21  -           -  -                 2021-11-19  sample-future
      no   -           2021-11-18  2021-11-21  -  -                 2021-11-19  contact-future
      yes  2021-11-15  -           -           -  -                 2021-11-21  confirmed-future
      yes  2021-11-15  -           -           -  2021-11-20T09:00  2021-11-19  isolation-future
      yes  2011-11-15  -           -           -  -                 2021-11-19  too-old
      yes  2021-11-15  2021-10-24  -           -  -                 2021-11-19  sample-before-onset
      yes  2021-11-15  2021-11-18  2021-11-16  -  -                 2021-11-19  contact-after-onset
      no   -           2021-11-18  2021-11-19  -  -                 2021-11-19  contact-after-sample
      yes  2021-11-15  2021-11-19  -           -  -                 2021-11-18  confirmed-before-sample
      """;

  @Test
  void everyLineAnswersAsWritten() {
    List<String> wrong = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.strip().split(" +");
      String expected = cells[7].equals("-") ? "-" : "casework.refused." + cells[7];
      if (!answer(facts(cells)).equals(expected)) {
        wrong.add(line + " but was " + answer(facts(cells)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String answer(CaseFacts facts) {
    try {
      CaseRules.check(facts, NOW, ZONE, CaseworkSettings.defaults().olderDays());
      return "-";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static CaseFacts facts(String[] cells) {
    return new CaseFacts(
        cells[0].equals("yes"),
        day(cells[1]),
        day(cells[2]),
        day(cells[3]),
        cells[4].equals("-") ? null : Long.valueOf(cells[4]),
        cells[5].equals("-") ? null : LocalDateTime.parse(cells[5]).atZone(ZONE).toInstant(),
        LocalDate.parse(cells[6]));
  }

  private static @Nullable LocalDate day(String cell) {
    return cell.equals("-") ? null : LocalDate.parse(cell);
  }
}
