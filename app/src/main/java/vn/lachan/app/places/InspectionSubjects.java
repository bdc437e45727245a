package vn.lachan.app.places;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PlaceCode;

/** What inspections are about: a place with a code, or one that should have one. */
@Component
class InspectionSubjects {
  private final InspectionSubjectTable table;
  private final InspectionListTable lists;

  InspectionSubjects(InspectionSubjectTable table, InspectionListTable lists) {
    this.table = table;
    this.lists = lists;
  }

  Inspections.Subject byCode(Actor actor, PlaceCode code) {
    return shown(
        table
            .placeByCode(PlaceScope.of(actor, Permission.INSPECTIONS_WRITE), code)
            .orElseThrow(PlaceScope::notFound));
  }

  Inspections.Subject find(Actor actor, @Nullable UUID place, @Nullable UUID obliged) {
    return shown(read(actor, place, obliged));
  }

  InspectionTable.Target target(Actor actor, @Nullable UUID place, @Nullable UUID obliged) {
    InspectionSubjectTable.Found found = read(actor, place, obliged);
    return found.target();
  }

  boolean isAbout(long inspection, InspectionTable.Target target) {
    return table.isAbout(inspection, target);
  }

  private InspectionSubjectTable.Found read(
      Actor actor, @Nullable UUID place, @Nullable UUID obliged) {
    Optional<InspectionSubjectTable.Found> found;
    if (place != null) {
      found = table.place(PlaceScope.of(actor, Permission.INSPECTIONS_WRITE), place);
    } else if (obliged != null) {
      found = table.obliged(PlaceScope.over("o", actor, Permission.INSPECTIONS_WRITE), obliged);
    } else {
      throw Refusal.invalid("places.refused.inspection-subject");
    }
    return found.orElseThrow(PlaceScope::notFound);
  }

  private Inspections.Subject shown(InspectionSubjectTable.Found found) {
    InspectionTable.Target target = found.target();
    return new Inspections.Subject(
        target.place() == null ? null : found.id(),
        target.place() == null ? found.id() : null,
        found.name(),
        found.address(),
        target.unit(),
        target.sector(),
        target.type(),
        lists.waiting(target.place(), target.obliged()).orElse(null));
  }
}
