package vn.lachan.app.places;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of the names of those whom an inspection met. */
@Component
class InspectionKeyTable extends WrappedKeyTable {
  InspectionKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "places.inspection",
            "met_key",
            "number",
            "bigint",
            "'places.inspection/' || public_id",
            ""));
  }
}
