package vn.lachan.app.tracing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import vn.lachan.engine.tracing.EncounterRule;
import vn.lachan.engine.tracing.PeriodRule;
import vn.lachan.engine.tracing.PlaceRule;
import vn.lachan.engine.tracing.RuleBook;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;

/**
 * The rule set for exercises: 15 minutes as in 11042/BYT-DP, but traced to F2 as the provinces did
 * in 2021, so that a drill shows everything. It holds only while the program runs as a drill.
 */
final class DrillRules {
  static final String ID = "dien-tap-1";
  private static final int CLOSE_MINUTES = 15;

  private DrillRules() {}

  static Rules rules() {
    var places =
        new EnumMap<Setting, PlaceRule>(Rules.everywhere(PlaceRule.closeFrom(CLOSE_MINUTES)));
    places.put(Setting.OUTDOOR, PlaceRule.neverClose());
    return new Rules(
        ID,
        "Diễn tập 1",
        "Bộ quy tắc diễn tập: 15 phút trong nhà hoặc trên xe, truy đến F2",
        RuleBook.COVID_19,
        null,
        LocalDate.of(2020, 1, 1),
        null,
        "Chỉ dùng khi diễn tập, không phải văn bản của cơ quan nào. Thời gian theo 11042/BYT-DP,"
            + " hai thế hệ như năm 2021.",
        new PeriodRule(2, 2, null),
        places,
        Map.of(
            Source.HOUSEHOLD, EncounterRule.alwaysClose(),
            Source.RESIDENCE, EncounterRule.alwaysClose()),
        2);
  }
}
