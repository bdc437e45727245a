package vn.lachan.app.paper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of photographs of sheets. */
@Component
class PhotoKeyTable extends WrappedKeyTable {
  static final String CONTEXT = "paper.photo/";

  PhotoKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "paper.photo",
            "wrapped_key",
            "number",
            "bigint",
            "'" + CONTEXT + "' || public_id",
            ""));
  }
}
