package vn.lachan.app.casework;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of notes of cases. */
@Component
class NoteKeyTable extends WrappedKeyTable {
  NoteKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "casework.case_note",
            "wrapped_key",
            "number",
            "bigint",
            "'casework.case_note:' || case_file",
            ""));
  }
}
