package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;

/** Registers are paged by key: every row once, in the order of the whole, wherever a page ends. */
class RegisterPagingTests {
  private static final int ROWS = 12;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient jdbc = database.jdbc();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyBreachIsOnOnePageOpenOnesFirst() {
    var table = new BreachTable(jdbc);
    jdbc.sql(
            """
            with text as (insert into privacy.sealed_text (owner, master_version)
              select gen_random_uuid(), 1 from generate_series(1, :rows) returning number)
            insert into privacy.breach (public_id, discovered_at, categories, harm_likely, text,
              document, certainty, notify_due, notified_at, closed_at, entered_by, entered_at)
            select gen_random_uuid(), now(), '{}', false, number, 'Luật', 'CONFIRMED',
              now() + (number % 3) * interval '1 hour', case when number % 2 = 0 then now() end,
              case when number % 4 < 2 then now() end, 1, now() from text
            """)
        .param("rows", ROWS)
        .update();
    List<BreachTable.Row> whole = table.list(null, ROWS + 1);
    List<BreachTable.Row> paged = new ArrayList<>();
    for (@Nullable Long after = null; paged.size() < ROWS; after = paged.getLast().number()) {
      paged.addAll(table.list(after, 5));
    }
    assertThat(paged).isEqualTo(whole).hasSize(ROWS);
    assertThat(whole.getFirst().closedAt()).isNull();
    assertThat(whole.getLast().closedAt()).isNotNull();
  }

  @Test
  void everyAssessmentIsOnOnePageTheNextDueFirst() {
    var table = new AssessmentTable(jdbc);
    jdbc.sql(
            """
            with text as (insert into privacy.sealed_text (owner, master_version)
              select gen_random_uuid(), 1 from generate_series(1, :rows) returning number)
            insert into privacy.assessment (public_id, started_on, text, document, certainty,
              file_due, filed_at, update_due, closed_at, entered_by, entered_at)
            select gen_random_uuid(), current_date, number, 'Luật', 'CONFIRMED',
              now() + (number % 5) * interval '1 day', case when number % 3 = 0 then now() end,
              case when number % 6 = 0 then now() + interval '90 days' end,
              case when number % 4 = 0 then now() end, 1, now() from text
            """)
        .param("rows", ROWS)
        .update();
    List<AssessmentTable.Row> whole = table.list(null, ROWS + 1);
    List<AssessmentTable.Row> paged = new ArrayList<>();
    for (@Nullable Long after = null; paged.size() < ROWS; after = paged.getLast().number()) {
      paged.addAll(table.list(after, 5));
    }
    assertThat(paged).isEqualTo(whole).hasSize(ROWS);
    assertThat(whole.getLast().closedAt()).isNotNull();
  }
}
