package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Warning rules that officers made of those shipped with the program. */
@Component
class RuleTable {
  /** More versions than anybody makes in an outbreak. */
  private static final int MOST = 500;

  private static final String COLUMNS =
      """
      select number, public_id, code, version, rules, valid_from, compared, made_by, made_at,
        withdrawn_by, withdrawn_at, withdrawn_for
      from declarations.rule_version
      """;

  private final JdbcClient jdbc;

  RuleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A version; {@code rules} is its JSON. */
  record Row(
      long number,
      UUID publicId,
      String code,
      String version,
      String rules,
      LocalDate validFrom,
      boolean compared,
      long madeBy,
      Instant madeAt,
      @Nullable Long withdrawnBy,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnFor) {}

  /** All of them, those that win first. */
  List<Row> all() {
    return jdbc.sql(COLUMNS + "order by valid_from desc, number desc limit :most")
        .param("most", MOST)
        .query(RuleTable::row)
        .list();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(COLUMNS + "where public_id = :id")
        .param("id", id)
        .query(RuleTable::row)
        .optional();
  }

  /** The next number of a set's version; the one shipped is at most {@code shipped}. */
  int nextVersion(String code, int shipped) {
    return 1
        + jdbc.sql(
                "select greatest(:shipped, coalesce(max(version::int), 0)) from declarations.rule_version where code = :code")
            .param("shipped", shipped)
            .param("code", code)
            .query(Integer.class)
            .single();
  }

  Optional<UUID> insert(
      String code,
      String version,
      String rules,
      LocalDate from,
      boolean compared,
      long account,
      Instant now) {
    return jdbc.sql(
            """
            insert into declarations.rule_version (code, version, rules, valid_from, compared,
              made_by, made_at)
            values (:code, :version, :rules, :from, :compared, :account, :now)
            on conflict (code, version) do nothing
            returning public_id
            """)
        .param("code", code)
        .param("version", version)
        .param("rules", rules)
        .param("from", from)
        .param("compared", compared)
        .param("account", account)
        .param("now", Columns.time(now))
        .query(UUID.class)
        .optional();
  }

  boolean withdraw(UUID id, String reason, long account, Instant now) {
    return jdbc.sql(
                """
                update declarations.rule_version
                set withdrawn_by = :account, withdrawn_at = :now, withdrawn_for = :reason
                where public_id = :id and withdrawn_at is null
                """)
            .param("id", id)
            .param("reason", reason)
            .param("account", account)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.text(row, "code"),
        Columns.text(row, "version"),
        Columns.text(row, "rules"),
        Columns.day(row, "valid_from"),
        row.getBoolean("compared"),
        row.getLong("made_by"),
        Columns.instant(row, "made_at"),
        row.getObject("withdrawn_by", Long.class),
        Columns.instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_for"));
  }
}
