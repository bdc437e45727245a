package vn.lachan.app.gates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.ProgramSettings;

/** What a place asks of its visitors, and the form that is filled in at its gates. */
@Component
class PlaceAsking {
  private static final String USUAL_FORM = "residents";

  /** Asks for places and times only, which nobody does at a gate. */
  private static final String PLACES_VISITED = "places-visited";

  private static final Map<String, String> FORMS_OF_TYPES = Map.of("border-gate", "entry");

  private final PlaceSettingTable table;
  private final Declarations declarations;
  private final GatesSettings settings;
  private final ProgramSettings program;

  PlaceAsking(
      PlaceSettingTable table,
      Declarations declarations,
      GatesSettings settings,
      ProgramSettings program) {
    this.table = table;
    this.declarations = declarations;
    this.settings = settings;
    this.program = program;
  }

  GateOffice.PlaceAsks of(long place) {
    return table
        .find(place)
        .orElseGet(() -> new GateOffice.PlaceAsks(settings.declarationNeeded(), null, false));
  }

  String form(PlaceCard place) {
    return Objects.requireNonNullElseGet(
        of(place.number()).form(), () -> FORMS_OF_TYPES.getOrDefault(place.type(), USUAL_FORM));
  }

  /** The codes of the forms in force today. */
  List<String> forms(Instant now) {
    return declarations.forms(LocalDate.ofInstant(now, program.zone())).stream()
        .filter(code -> !code.equals(PLACES_VISITED))
        .toList();
  }

  /** The form as it holds today. */
  FormView formView(PlaceCard place, Instant now) {
    return declarations.form(form(place), LocalDate.ofInstant(now, program.zone()));
  }
}
