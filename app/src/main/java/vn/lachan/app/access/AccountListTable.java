package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;

/** Accounts as a list. */
@Component
class AccountListTable {
  private static final String ROWS =
      """
      select a.number, a.kind, a.username, a.display_name, a.created_at, c.closed_at,
             p.one_time_until is not null as one_time
      from access.account a
      left join access.password p on p.account = a.number
      left join access.closure c on c.account = a.number and c.reopened_at is null
      """;

  private final JdbcClient jdbc;

  AccountListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<AccountRow> page(Reach reach, AccountQuery query, int rows) {
    List<AccountRow> found =
        jdbc.sql(
                ROWS
                    + """
                    where a.kind in ('STAFF', 'OWNER', 'KEEPER')
                      and (:text::text is null or a.username ilike :text or a.display_name ilike :text)
                      and (:kind::text is null or a.kind = :kind)
                      and (:closed::boolean is null or (c.closed_at is not null) = :closed)
                      and (:before::bigint is null or a.number < :before)
                      and (:role::text is null or exists (select 1 from access.assignment s
                        where s.account = a.number and s.revoked_at is null and s.role = :role))
                      and
                    """
                    + visible(reach)
                    + " order by a.number desc limit :rows")
            .params(reach.parameters())
            .param("text", query.text() == null ? null : "%" + escaped(query.text()) + "%")
            .param("kind", query.kind() == null ? null : query.kind().name())
            .param("closed", query.closed())
            .param("before", query.before())
            .param("role", query.role() == null ? null : query.role().name())
            .param("rows", rows + 1)
            .query(AccountListTable::row)
            .list();
    return Page.of(found, rows, row -> Long.toString(row.number()));
  }

  Optional<AccountRow> find(Reach reach, long account) {
    return jdbc.sql(ROWS + " where a.number = :account and " + visible(reach))
        .params(reach.parameters())
        .param("account", account)
        .query(AccountListTable::row)
        .optional();
  }

  /** Whoever manages a part sees the accounts that hold a role in that part now. */
  private static String visible(Reach reach) {
    return reach.isEverywhere()
        ? "(true)"
        : "exists (select 1 from access.assignment s where s.account = a.number and s.revoked_at is null and "
            + reach.sql("s.unit_id", "s.sector", "s.place")
            + ")";
  }

  private static String escaped(String text) {
    return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static AccountRow row(ResultSet row, int index) throws SQLException {
    return new AccountRow(
        row.getLong("number"),
        Actor.Kind.valueOf(row.getString("kind")),
        row.getString("username"),
        Objects.requireNonNull(row.getString("display_name")),
        Objects.requireNonNull(row.getTimestamp("created_at")).toInstant(),
        AccountTable.instant(row, "closed_at"),
        row.getBoolean("one_time"),
        List.of());
  }
}
