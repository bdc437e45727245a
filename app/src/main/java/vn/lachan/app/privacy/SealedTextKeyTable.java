package vn.lachan.app.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of what people wrote; the version stands beside, for whoever only counts. */
@Component
class SealedTextKeyTable extends WrappedKeyTable {
  SealedTextKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "privacy.sealed_text",
            "wrapped_key",
            "number",
            "bigint",
            "owner::text",
            ", master_version = :version"));
  }
}
