package vn.lachan.app.places;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/** Keys of the contacts of those who answer for a place. */
@Component
class OwnerKeyTable extends WrappedKeyTable {
  OwnerKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "places.place", "owner_key", "number", "bigint", "'places.owner/' || public_id", ""));
  }
}
