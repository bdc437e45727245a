package vn.lachan.app.tracing;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.HouseholdChanged;
import vn.lachan.app.people.ResidenceChanged;
import vn.lachan.app.places.PlaceChanged;

/** Notes what happens outside the visits, in its own transaction, so that nothing is lost. */
@Component
class OutsideListener {
  private final FollowerTable table;

  OutsideListener(FollowerTable table) {
    this.table = table;
  }

  @EventListener
  void on(HouseholdChanged changed) {
    table.note(FollowerTable.Outside.HOUSEHOLD, changed.persons());
  }

  @EventListener
  void on(ResidenceChanged changed) {
    table.note(FollowerTable.Outside.RESIDENCE, Set.of(changed.person()));
  }

  @EventListener
  void on(PlaceChanged changed) {
    if (changed.setting()) {
      table.note(FollowerTable.Outside.PLACE, Set.of(changed.place()));
    }
  }
}
