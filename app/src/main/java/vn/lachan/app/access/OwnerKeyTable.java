package vn.lachan.app.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of owners' names and phones. */
@Component
class OwnerKeyTable extends WrappedKeyTable {
  OwnerKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "access.owner", "wrapped_key", "account", "bigint", "'access.owner ' || account", ""));
  }
}
