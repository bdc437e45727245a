package vn.lachan.app.paper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of what was keyed and waits for a second keying. */
@Component
class EntryKeyTable extends WrappedKeyTable {
  static final String CONTEXT = "paper.entry/";

  EntryKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "paper.entry", "wrapped_key", "number", "bigint", "'" + CONTEXT + "' || key", ""));
  }
}
