package vn.lachan.app.gates;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.ProgramSettings;

/** What a device is told of its place's rules, so that it can judge by itself. */
@Component
class DeviceRules {
  /** The kind of place that stops vehicles. */
  static final String CHECKPOINT = "checkpoint";

  private final PlaceAsking asking;
  private final Declarations declarations;
  private final CheckpointBook book;
  private final ScreenCodes screens;
  private final ProgramSettings program;

  DeviceRules(
      PlaceAsking asking,
      Declarations declarations,
      CheckpointBook book,
      ScreenCodes screens,
      ProgramSettings program) {
    this.asking = asking;
    this.declarations = declarations;
    this.book = book;
    this.screens = screens;
    this.program = program;
  }

  GateDoor.PlaceRules of(GateDevice device, Instant now) {
    PlaceCard place = device.place();
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    FormView form = asking.formView(place, now);
    return new GateDoor.PlaceRules(
        asking.of(place.number()).declarationNeeded(),
        form.code() + " " + form.version() + " " + today,
        declarations.validHours(),
        declarations.gateCalls(),
        place.type().equals(CHECKPOINT) ? book.on(today) : null,
        device.screen() ? screens.secret(place) : null);
  }

  FormView form(PlaceCard place, Instant now) {
    return asking.formView(place, now);
  }
}
