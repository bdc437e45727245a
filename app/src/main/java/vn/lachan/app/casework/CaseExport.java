package vn.lachan.app.casework;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * A list on its way out of the program: who takes it, of which case, when, how many rows. Rows are
 * read while they are written.
 */
public interface CaseExport {
  String reader();

  String purpose();

  /** Whether the rows carry identity; else names are masked and nothing else is there. */
  boolean named();

  long caseNumber();

  Instant at();

  int rows();

  void forEach(Consumer<ExportRow> row);
}
