package vn.lachan.app.gates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of the private halves of the offline seal. */
@Component
class SealKeyWrappingTable extends WrappedKeyTable {
  SealKeyWrappingTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "gates.seal_key",
            "wrapped_key",
            "number",
            "int",
            "'" + SealKeys.CONTEXT + "' || encode(public_point, 'hex')",
            ""));
  }
}
