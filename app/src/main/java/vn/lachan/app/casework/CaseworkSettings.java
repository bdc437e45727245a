package vn.lachan.app.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of casework.
 *
 * @param closeDue how soon a close contact of the first generation should be reached
 * @param otherDue how soon all others should be
 * @param warningDue how soon whoever declared at the highest level should be called
 * @param taskGenerations contacts up to this generation get a task; later ones are called when the
 *     contact through whom they were met falls ill, and are listed in the trace all the same
 * @param noteLetters longest note of a case
 * @param bulkRows most contacts of one bulk action
 * @param exportRows most rows of one export
 * @param timelineRows contacts shown in the timeline before "see the list"
 * @param graphNodes most contacts that are drawn one by one; more are counted by place
 * @param graphClusters most places a generation that are counted for themselves
 * @param sheetRows most contacts of one printing of sheets
 * @param runCases most cases of one tracing of many
 * @param runDays most days of confirmation of one tracing of many
 * @param olderDays how many days back any date of a case may lie
 */
@ConfigurationProperties("casework")
public record CaseworkSettings(
    @DefaultValue("24h") Duration closeDue,
    @DefaultValue("48h") Duration otherDue,
    @DefaultValue("4h") Duration warningDue,
    @DefaultValue("1") int taskGenerations,
    @DefaultValue("4000") int noteLetters,
    @DefaultValue("200") int bulkRows,
    @DefaultValue("20000") int exportRows,
    @DefaultValue("40") int timelineRows,
    @DefaultValue("5000") int graphNodes,
    @DefaultValue("100") int graphClusters,
    @DefaultValue("60") int sheetRows,
    @DefaultValue("5000") int runCases,
    @DefaultValue("31") int runDays,
    @DefaultValue("3650") int olderDays) {
  /** The defaults, for tests. */
  public static CaseworkSettings defaults() {
    return new CaseworkSettings(
        Duration.ofHours(24),
        Duration.ofHours(48),
        Duration.ofHours(4),
        1,
        4000,
        200,
        20_000,
        40,
        5000,
        100,
        60,
        5000,
        31,
        3650);
  }
}
