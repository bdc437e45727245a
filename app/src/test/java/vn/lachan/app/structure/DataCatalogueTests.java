package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;

/**
 * Every column of the database stands in the catalogue: with a class of personal data, a purpose, a
 * legal basis, a retention and what ends it, or as technical.
 */
class DataCatalogueTests {
  private static final Path CATALOGUE = Path.of("..", "docs", "data-catalogue.tsv");
  private static final Set<String> CLASSES =
      Set.of("identity", "contact", "health", "location", "behaviour", "staff", "technical");

  @Test
  void everyColumnIsCatalogued() throws IOException {
    Map<String, String[]> catalogue = read();
    Set<String> columns = columnsOfTheDatabase();
    Set<String> missing = new TreeSet<>(columns);
    missing.removeIf(
        column -> catalogue.containsKey(column) || catalogue.containsKey(tableOf(column)));
    assertThat(missing).as("columns that the catalogue lacks").isEmpty();
    Set<String> gone = new TreeSet<>(catalogue.keySet());
    gone.removeIf(
        entry ->
            columns.stream()
                .anyMatch(column -> column.equals(entry) || tableOf(column).equals(entry)));
    assertThat(gone).as("catalogue lines without a column").isEmpty();
  }

  @Test
  void everyLineIsWhole() throws IOException {
    for (var line : read().entrySet()) {
      assertThat(line.getValue()).as(line.getKey()).hasSize(6);
      assertThat(CLASSES).as(line.getKey()).contains(line.getValue()[1]);
      assertThat(List.of(line.getValue())).as(line.getKey()).noneMatch(String::isBlank);
    }
  }

  /** A line names a column, or with {@code schema.table.*} all columns of a technical table. */
  private static Map<String, String[]> read() throws IOException {
    Map<String, String[]> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(CATALOGUE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t");
        lines.put(fields[0], fields);
      }
    }
    return lines;
  }

  private static Set<String> columnsOfTheDatabase() {
    try (TestDatabase database = TestDatabase.create()) {
      return new TreeSet<>(
          database
              .jdbc()
              .sql(
                  """
                  select c.table_schema || '.' || c.table_name || '.' || c.column_name
                  from information_schema.columns c
                  join pg_class k on k.relname = c.table_name and not k.relispartition
                  join pg_namespace n on n.oid = k.relnamespace and n.nspname = c.table_schema
                  where c.table_schema not in ('pg_catalog', 'information_schema', 'public')
                    and k.relkind in ('r', 'p')
                  """)
              .query(String.class)
              .list());
    }
  }

  private static String tableOf(String column) {
    return column.substring(0, column.lastIndexOf('.')) + ".*";
  }
}
