package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/** Notes of cases. Free text may hold identity, so each is sealed under a key of its own. */
@Component
class NoteTable {
  private final JdbcClient jdbc;
  private final Keyring keyring;

  NoteTable(JdbcClient jdbc, Keyring keyring) {
    this.jdbc = jdbc;
    this.keyring = keyring;
  }

  /** An opened note, by an account. */
  record Opened(String text, long by, Instant at) {
    @Override
    public String toString() {
      return "Opened[" + at + "]";
    }
  }

  void insert(long caseNumber, String text, long by, Instant now) {
    Sealed sealed = keyring.seal(text, context(caseNumber));
    jdbc.sql(
            """
            insert into casework.case_note (case_file, wrapped_key, sealed, at, by)
            values (:case, :key, :sealed, :now, :by)
            """)
        .param("case", caseNumber)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  int count(long caseNumber) {
    return jdbc.sql("select count(*) from casework.case_note where case_file = :case")
        .param("case", caseNumber)
        .query((row, _) -> row.getInt(1))
        .single();
  }

  List<Opened> open(long caseNumber, int rows) {
    return jdbc.sql(
            """
            select wrapped_key, sealed, at, by from casework.case_note
            where case_file = :case and sealed is not null order by number desc limit :rows
            """)
        .param("case", caseNumber)
        .param("rows", rows)
        .query(
            (row, _) ->
                new Opened(
                    keyring.open(
                        new Sealed(
                            Objects.requireNonNull(row.getBytes("wrapped_key")),
                            Objects.requireNonNull(row.getBytes("sealed"))),
                        context(caseNumber)),
                    row.getLong("by"),
                    Columns.instant(row, "at")))
        .list();
  }

  private static String context(long caseNumber) {
    return "casework.case_note:" + caseNumber;
  }
}
