package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.kernel.WrappedKeys;

/** A key that a table keeps is wrapped anew when the master key is exchanged; none is forgotten. */
@ProgramTest
class WrappedKeyTests {
  @Autowired private List<WrappedKeys> offered;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyColumnOfKeysIsOfferedToTheRotation() {
    List<String> columns =
        jdbc.sql(
                """
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.columns
                where data_type = 'bytea' and column_name like '%\\_key'
                """)
            .query((row, index) -> row.getString(1))
            .list();
    assertThat(columns).hasSizeGreaterThan(8);
    assertThat(offered.stream().map(WrappedKeys::column).toList())
        .containsExactlyInAnyOrderElementsOf(columns);
  }
}
