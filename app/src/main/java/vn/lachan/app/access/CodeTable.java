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

  /** What was asked for within a day for a phone, and within a minute for all. */
  Requests requests(List<byte[]> phoneHashes, CodeLimits.Source source, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where mine and here) as here,
                   max(created_at) filter (where mine and here) as last_here,
                   count(*) filter (where mine and not known) as of_phone,
                   max(created_at) filter (where mine and not known) as last_of_phone,
                   count(*) filter (where here and recent) as from_source,
                   count(*) filter (where recent and not known) as everywhere
            from (
              select created_at, known, phone_hash = any(:hashes) as mine,
                     source_hash is not distinct from :source as here, created_at > :minute as recent
              from access.one_time_code
              where created_at > :day and (phone_hash = any(:hashes) or created_at > :minute)) as asked
            """)
        .param("hashes", phoneHashes.toArray(byte[][]::new))
        .param("source", source.hash())
        .param("minute", Timestamp.from(now.minus(Duration.ofMinutes(1))))
        .param("day", Timestamp.from(now.minus(Duration.ofHours(24))))
        .query(
            (row, index) ->
                new Requests(
                    row.getInt("here"),
                    AccountTable.instant(row, "last_here"),
                    row.getInt("of_phone"),
                    AccountTable.instant(row, "last_of_phone"),
                    row.getInt("from_source"),
                    row.getInt("everywhere")))
        .single();
  }

  long insert(NewCode code) {
    return jdbc.sql(
            """
            insert into access.one_time_code (challenge_hash, reference, phone_hash, wrapped_key,
              phone, code, purpose, language, created_at, expires_at, source_hash, known)
            values (:challenge, :reference, :phoneHash, :key, :phone, :code, :purpose, :language,
              :created, :expires, :source, :known)
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
        .param("source", code.source().hash())
        .param("known", code.source().known())
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

  /**
   * How often codes were asked for.
   *
   * @param here for this phone by this source within a day
   * @param ofPhone for this phone by all sources that never proved it within a day
   * @param fromSource for any phone by this source within a minute
   * @param everywhere for all phones within a minute, but by browsers that proved theirs
   */
  record Requests(
      int here,
      @Nullable Instant lastHere,
      int ofPhone,
      @Nullable Instant lastOfPhone,
      int fromSource,
      int everywhere) {}

  record NewCode(
      byte[] challengeHash,
      String reference,
      byte[] phoneHash,
      Sealed phone,
      byte[] sealedCode,
      String purpose,
      String language,
      Instant createdAt,
      Instant expiresAt,
      CodeLimits.Source source) {}

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
