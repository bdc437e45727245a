package vn.lachan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;

class AuditRecordTests {
  private static TestDatabase database;
  private static JdbcClient jdbc;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    jdbc = database.jdbc();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void anEntryKeepsWhoWhatWhyAndWhom() {
    var audit = new Audit(new EntryTable(jdbc));

    audit.record(new Act(7, "people.open", "F0 call", 12L, null, 2, List.of(5L, 6L)));

    List<Entry> entries = audit.entries(EntryFilter.latest(), 10).rows();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().kind()).isEqualTo("people.open");
    assertThat(entries.getFirst().persons()).isEqualTo(2);
    assertThat(audit.entries(EntryFilter.about(List.of(99L)), 10).rows()).isEmpty();
    assertThat(audit.entries(EntryFilter.about(List.of(99L, 6L)), 10).rows()).hasSize(1);
  }

  @Test
  void theProgramCanNeitherChangeNorDeleteAnEntry() {
    for (String statement :
        List.of(
            "update audit.entry set kind = 'x'",
            "delete from audit.entry",
            "truncate audit.entry cascade",
            "delete from audit.entry_person",
            "insert into audit.entry (recorded_at, actor, kind, row_count) values ('2020-01-01', 1, 'x', 1)",
            "insert into audit.entry (number, actor, kind, row_count) overriding system value values (1, 1, 'x', 1)",
            "update audit.block set hash = hash",
            "delete from audit.block",
            "update audit.sealed set position = 1",
            "delete from audit.sealed",
            "insert into audit.waiting values (1)",
            "delete from audit.waiting",
            "alter table audit.entry disable trigger entry_waits",
            "drop table audit.entry_person")) {
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .as(statement)
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }
}
