package vn.lachan.app.units;

import org.springframework.jdbc.core.JdbcTemplate;
import vn.lachan.app.TestDatabase;

/** The real reference units for tests of any module. */
public final class TestUnits {
  private static final ReferenceTable REFERENCE = ReferenceTable.load();

  private TestUnits() {}

  /** The front door over a test database, with the tables of {@code units} filled. */
  public static Units loadedInto(TestDatabase database) {
    var successors = new SuccessorTable(database.jdbc());
    var template = new JdbcTemplate(database.pool());
    new UnitsLoader(REFERENCE, successors, template, database.transactions()).load();
    return new Units(REFERENCE, successors);
  }
}
