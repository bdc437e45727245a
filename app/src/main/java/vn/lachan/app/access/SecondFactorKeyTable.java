package vn.lachan.app.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of the secrets of second factors; empty once one was removed. */
@Component
class SecondFactorKeyTable extends WrappedKeyTable {
  SecondFactorKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "access.second_factor",
            "wrapped_key",
            "number",
            "bigint",
            "'access.second-factor ' || account",
            ""));
  }
}
