package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.TestWorld;
import vn.lachan.app.audit.TestAudit;
import vn.lachan.app.kernel.Columns;

/** What people wrote goes when its time is over; that it went stays. */
class TextRetentionTests {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
  private static final Duration YEAR = Duration.ofDays(366);

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient jdbc = database.jdbc();
  private final TextRetention retention =
      new TextRetention(
          new SealedTextTable(jdbc),
          new StepTable(jdbc),
          TestAudit.on(jdbc),
          database.transactions(),
          PrivacySettings.defaults(),
          TestWorld.ZONE,
          Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void textsGoFiveYearsAfterTheEndAndTheHistorySaysSo() {
    UUID old = breachClosedAt(NOW.minus(YEAR.multipliedBy(5)));
    UUID young = breachClosedAt(NOW.minus(YEAR.multipliedBy(4)));
    UUID open = breachClosedAt(null);

    assertThat(retention.destroyDue(NOW)).isOne();
    assertThat(retention.destroyDue(NOW)).as("once only").isZero();

    assertThat(owners("wrapped_key is null and sealed is null")).containsExactly(old);
    assertThat(owners("sealed is not null")).containsExactlyInAnyOrder(young, open);
    assertThat(new StepTable(jdbc).of(old, 10))
        .extracting(StepTable.Row::what)
        .containsExactly(TextRetention.STEP);
    assertThat(
            jdbc.sql("select row_count from audit.entry where kind = 'privacy.texts-destroyed'")
                .query(Integer.class)
                .list())
        .containsExactly(1);
  }

  private List<UUID> owners(String which) {
    return jdbc.sql("select owner from privacy.sealed_text where " + which)
        .query((row, _) -> Columns.uuid(row, "owner"))
        .list();
  }

  private UUID breachClosedAt(@Nullable Instant end) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            with text as (insert into privacy.sealed_text
              (owner, wrapped_key, sealed, master_version) values (:id, '\\x01', '\\x02', 1)
              returning number)
            insert into privacy.breach (public_id, discovered_at, categories, harm_likely, text,
              document, certainty, notify_due, closed_at, entered_by, entered_at)
            select :id, :now, '{}', false, number, 'Luật', 'CONFIRMED', :now, :end, 1, :now from text
            """)
        .param("id", id)
        .param("now", Columns.time(NOW))
        .param("end", Columns.timeOrNull(end))
        .update();
    return id;
  }
}
