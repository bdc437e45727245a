package vn.lachan.app.gates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Assignment;
import vn.lachan.app.access.Role;
import vn.lachan.app.places.PlaceCard;

/** Who may keep a place now: its keepers and its owners, by the roles that accounts hold there. */
@Component
class GateKeepers {
  private final Accounts accounts;
  private final PinTable pins;

  GateKeepers(Accounts accounts, PinTable pins) {
    this.accounts = accounts;
    this.pins = pins;
  }

  List<GateOffice.KeeperRow> of(PlaceCard place) {
    Map<Long, Boolean> owners = new LinkedHashMap<>();
    for (Assignment held : accounts.ofPlace(place.number())) {
      Role role = held.grant().role();
      if (role == Role.KEEPER || role == Role.OWNER) {
        owners.merge(held.account(), role == Role.OWNER, Boolean::logicalOr);
      }
    }
    Map<Long, String> names = accounts.names(owners.keySet());
    var setAt = pins.setAt(place.number());
    List<GateOffice.KeeperRow> rows = new ArrayList<>();
    owners.forEach(
        (account, isOwner) ->
            rows.add(
                new GateOffice.KeeperRow(
                    account, names.getOrDefault(account, ""), isOwner, setAt.get(account))));
    rows.sort(Comparator.comparing(GateOffice.KeeperRow::name));
    return rows;
  }

  /** Those who have a PIN, as a device shows them. */
  List<GateDoor.GateKeeper> withPin(PlaceCard place) {
    return of(place).stream().flatMap(row -> withPin(row).stream()).toList();
  }

  private static Optional<GateDoor.GateKeeper> withPin(GateOffice.KeeperRow row) {
    return Optional.ofNullable(row.pinSetAt())
        .map(since -> new GateDoor.GateKeeper(row.account(), row.name(), since.toEpochMilli()));
  }
}
