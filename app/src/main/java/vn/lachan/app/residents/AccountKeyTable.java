package vn.lachan.app.residents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of accounts: they seal the proved phone and what was typed of its people. */
@Component
class AccountKeyTable extends WrappedKeyTable {
  AccountKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "residents.account", "wrapped_key", "number", "bigint", "'residents.account'", ""));
  }
}
