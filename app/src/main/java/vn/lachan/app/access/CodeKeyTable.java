package vn.lachan.app.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of one-time codes and the phones they were sent to; gone within days. */
@Component
class CodeKeyTable extends WrappedKeyTable {
  CodeKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "access.one_time_code",
            "wrapped_key",
            "number",
            "bigint",
            "'access.one_time_code'",
            ""));
  }
}
