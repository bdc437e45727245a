package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries to sign in, kept for a day. */
@Component
class AttemptTable {
  static final Duration MEMORY = Duration.ofHours(24);

  private final JdbcClient jdbc;

  AttemptTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one transaction at a time count and add for a subject, in all copies of the program. */
  void lock(byte[] subject) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:subject, 'hex'), 130))::text")
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  Failures failures(byte[] subject, Instant now) {
    return jdbc.sql(
            """
            select count(*) as failures, max(at) as last
            from access.sign_in_attempt
            where subject = :subject and not succeeded and at > :since
              and at > coalesce((
                select max(at) from access.sign_in_attempt
                where subject = :subject and succeeded and at > :since), '-infinity')
            """)
        .param("subject", subject)
        .param("since", Timestamp.from(now.minus(MEMORY)))
        .query(AttemptTable::failures)
        .single();
  }

  /** Written as failed before the password is looked at; the same row becomes the success. */
  long insertFailed(byte[] subject, Instant now) {
    return jdbc.sql(
            """
            insert into access.sign_in_attempt (subject, at, succeeded)
            values (:subject, :at, false) returning number
            """)
        .param("subject", subject)
        .param("at", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void succeed(List<Long> attempts) {
    jdbc.sql("update access.sign_in_attempt set succeeded = true where number = any(:numbers)")
        .param("numbers", attempts.toArray(Long[]::new))
        .update();
  }

  int forgetBefore(Instant at) {
    return jdbc.sql("delete from access.sign_in_attempt where at < :at")
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Failures failures(ResultSet row, int index) throws SQLException {
    Timestamp last = row.getTimestamp("last");
    return new Failures(row.getInt("failures"), last == null ? null : last.toInstant());
  }

  /** Failures since the last success, within the memory. */
  record Failures(int count, @Nullable Instant last) {}
}
