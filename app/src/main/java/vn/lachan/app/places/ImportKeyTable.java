package vn.lachan.app.places;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of uploaded tables. */
@Component
class ImportKeyTable extends WrappedKeyTable {
  ImportKeyTable(JdbcClient jdbc) {
    super(
        jdbc, new Columns("places.import", "file_key", "id", "uuid", "'places.import/' || id", ""));
  }
}
