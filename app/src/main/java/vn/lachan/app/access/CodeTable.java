package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Sealed;

/** One-time codes and their challenges. */
@Component
class CodeTable {
  private static final String COLUMNS =
      """
      number, challenge_hash, reference, wrapped_key, phone, code, purpose, language, expires_at,
      attempts, confirmed_at
      """;

  private final JdbcClient jdbc;

  CodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one transaction at a time count and add, in all copies of the program. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(130, 1)::text").query(String.class).optional();
  }

  Requests requests(List<byte[]> phoneHashes, Instant now, Duration window) {
    return jdbc.sql(
            """
            select count(*) filter (where phone_hash = any(:hashes) and created_at > :window) as within,
                   count(*) filter (where phone_hash = any(:hashes)) as today,
                   count(*) filter (where created_at > :minute) as everywhere
            from access.one_time_code
            where created_at > :day and (phone_hash = any(:hashes) or created_at > :minute)
            """)
        .param("hashes", phoneHashes.toArray(byte[][]::new))
        .param("window", Timestamp.from(now.minus(window)))
        .param("day", Timestamp.from(now.minus(Duration.ofHours(24))))
        .param("minute", Timestamp.from(now.minus(Duration.ofMinutes(1))))
        .query(
            (row, index) ->
                new Requests(row.getInt("within"), row.getInt("today"), row.getInt("everywhere")))
        .single();
  }

  long insert(NewCode code) {
    return jdbc.sql(
            """
            insert into access.one_time_code (challenge_hash, reference, phone_hash, wrapped_key,
              phone, code, purpose, language, created_at, expires_at)
            values (:challenge, :reference, :phoneHash, :key, :phone, :code, :purpose, :language,
              :created, :expires)
            returning number
            """)
        .param("challenge", code.challengeHash())
        .param("reference", code.reference())
        .param("phoneHash", code.phoneHash())
        .param("key", code.phone().wrappedKey())
        .param("phone", code.phone().content())
        .param("code", code.sealedCode())
        .param("purpose", code.purpose())
        .param("language", code.language())
        .param("created", Timestamp.from(code.createdAt()))
        .param("expires", Timestamp.from(code.expiresAt()))
        .query(Long.class)
        .single();
  }

  /** Takes one try of a challenge that is still open; empty when there is none. */
  Optional<StoredCode> takeTry(byte[] challengeHash, int triesAtMost, Instant now) {
    return jdbc.sql(
            """
            update access.one_time_code set attempts = attempts + 1
            where challenge_hash = :challenge and consumed_at is null and expires_at > :now
              and attempts < :tries
            returning
            """
                + COLUMNS)
        .param("challenge", challengeHash)
        .param("now", Timestamp.from(now))
        .param("tries", triesAtMost)
        .query(CodeTable::stored)
        .optional();
  }

  Optional<StoredCode> open(byte[] challengeHash, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from access.one_time_code
                where challenge_hash = :challenge and consumed_at is null and expires_at > :now
                """)
        .param("challenge", challengeHash)
        .param("now", Timestamp.from(now))
        .query(CodeTable::stored)
        .optional();
  }

  Optional<StoredCode> open(long number, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from access.one_time_code
                where number = :number and consumed_at is null and expires_at > :now
                """)
        .param("number", number)
        .param("now", Timestamp.from(now))
        .query(CodeTable::stored)
        .optional();
  }

  List<StoredCode> byReference(String reference, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from access.one_time_code
                where reference = :reference and consumed_at is null and expires_at > :now
                """)
        .param("reference", reference)
        .param("now", Timestamp.from(now))
        .query(CodeTable::stored)
        .list();
  }

  void confirm(long number, long officer, Instant now) {
    jdbc.sql(
            """
            update access.one_time_code set confirmed_at = :now, confirmed_by = :by
            where number = :number and confirmed_at is null
            """)
        .param("number", number)
        .param("by", officer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** True for the one who used it first. */
  boolean consume(long number, Instant now) {
    return jdbc.sql(
                """
                update access.one_time_code set consumed_at = :now
                where number = :number and consumed_at is null
                """)
            .param("number", number)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int forgetBefore(Instant at) {
    return jdbc.sql("delete from access.one_time_code where created_at < :at and expires_at < :at")
        .param("at", Timestamp.from(at))
        .update();
  }

  private static StoredCode stored(ResultSet row, int index) throws SQLException {
    byte[] key = Objects.requireNonNull(row.getBytes("wrapped_key"));
    return new StoredCode(
        row.getLong("number"),
        new Sealed(key, Objects.requireNonNull(row.getBytes("phone"))),
        new Sealed(key, Objects.requireNonNull(row.getBytes("code"))),
        Objects.requireNonNull(row.getString("purpose")),
        Objects.requireNonNull(row.getString("language")),
        Objects.requireNonNull(row.getTimestamp("expires_at")).toInstant(),
        row.getInt("attempts"),
        AccountTable.instant(row, "confirmed_at"));
  }

  record Requests(int within, int today, int everywhere) {}

  record NewCode(
      byte[] challengeHash,
      String reference,
      byte[] phoneHash,
      Sealed phone,
      byte[] sealedCode,
      String purpose,
      String language,
      Instant createdAt,
      Instant expiresAt) {}

  record StoredCode(
      long number,
      Sealed phone,
      Sealed code,
      String purpose,
      String language,
      Instant expiresAt,
      int attempts,
      @Nullable Instant confirmedAt) {}
}
