package vn.lachan.app.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox and the tries. */
@Component
class OutboxTable {
  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Reference reference, Instant now) {
    jdbc.sql(
            """
            insert into messaging.outbox (owner, template, reference, created_at, next_at)
            values (:owner, :template, :reference, :now, :now)
            on conflict (owner, template, reference) do nothing
            """)
        .param("owner", reference.owner())
        .param("template", reference.template())
        .param("reference", reference.number())
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * Takes what is due, for this copy of the program alone, until the lease ends. A row whose last
   * try never ended comes with {@code isUnfinished}.
   *
   * @param owners whose messages can be sent now; null for everybody's
   */
  List<Taken> take(int rows, Instant now, Instant leaseEnd, @Nullable Collection<String> owners) {
    return jdbc.sql(
            """
            with due as (
              select number from messaging.outbox
              where next_at <= :now and (:owners::text[] is null or owner = any(:owners))
              order by next_at limit :rows for update skip locked),
            taken as (
              update messaging.outbox o set next_at = :lease, attempts = o.attempts + 1
              from due where o.number = due.number
              returning o.number, o.owner, o.template, o.reference, o.attempts)
            select t.*, exists (select 1 from messaging.delivery d
              where d.outbox = t.number and d.outcome is null) as unfinished
            from taken t
            """)
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(leaseEnd))
        .param("owners", owners == null ? null : owners.toArray(String[]::new))
        .param("rows", rows)
        .query(OutboxTable::taken)
        .list();
  }

  /** What began and never ended may have been sent. */
  void markUnknown(long outbox, Instant now) {
    jdbc.sql(
            """
            update messaging.delivery set outcome = 'UNKNOWN', ended_at = :now
            where outbox = :outbox and outcome is null
            """)
        .param("outbox", outbox)
        .param("now", Timestamp.from(now))
        .update();
  }

  long begin(long outbox, String channel, Instant now) {
    return jdbc.sql(
            """
            insert into messaging.delivery (outbox, channel, started_at)
            values (:outbox, :channel, :now) returning number
            """)
        .param("outbox", outbox)
        .param("channel", channel)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void end(long delivery, Channel.Outcome outcome, Instant now) {
    jdbc.sql(
            """
            update messaging.delivery set outcome = :outcome, ended_at = :now
            where number = :number and outcome is null
            """)
        .param("number", delivery)
        .param("outcome", outcome.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Null means never again. */
  void setNext(long outbox, @Nullable Instant next) {
    jdbc.sql("update messaging.outbox set next_at = :next where number = :number")
        .param("number", outbox)
        .param("next", next == null ? null : Timestamp.from(next))
        .update();
  }

  long countWaiting() {
    return jdbc.sql("select count(*) from messaging.outbox where next_at is not null")
        .query(Long.class)
        .single();
  }

  /** When the oldest message was written that has not left yet and is still tried. */
  Optional<Instant> oldestWaiting() {
    return jdbc.sql("select min(created_at) from messaging.outbox where next_at is not null")
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  int forgetFinishedBefore(Instant day) {
    return jdbc.sql("delete from messaging.outbox where created_at < :day and next_at is null")
        .param("day", Timestamp.from(day))
        .update();
  }

  private static Taken taken(ResultSet row, int index) throws SQLException {
    return new Taken(
        row.getLong("number"),
        new Reference(
            Objects.requireNonNull(row.getString("owner")),
            Objects.requireNonNull(row.getString("template")),
            row.getLong("reference")),
        row.getInt("attempts"),
        row.getBoolean("unfinished"));
  }

  record Taken(long number, Reference reference, int attempts, boolean isUnfinished) {}
}
