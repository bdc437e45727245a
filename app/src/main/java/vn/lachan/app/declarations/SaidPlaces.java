package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.engine.form.Value;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;

/** Makes what is kept of the places and the journey that answers tell of. */
@Component
class SaidPlaces {
  /** More places than anybody names; the rest stays in the answers only. */
  private static final int STAYS_MOST = 30;

  private static final int KIND_LETTERS = 40;

  private final StayMatching matching;
  private final SaidUnit saidUnit;
  private final Places places;
  private final ProgramSettings program;

  SaidPlaces(StayMatching matching, SaidUnit saidUnit, Places places, ProgramSettings program) {
    this.matching = matching;
    this.saidUnit = saidUnit;
    this.places = places;
    this.program = program;
  }

  List<SaidStay> stays(Said said, Instant declaredAt) {
    List<SaidStay> stays = new ArrayList<>();
    LocalDate day = LocalDate.ofInstant(declaredAt, program.zone());
    for (Said.Stay stay : said.stays(declaredAt, program.zone())) {
      if (stays.size() < STAYS_MOST) {
        add(stay, day, stays);
      }
    }
    return stays;
  }

  /** Null where the form tells of none. */
  @Nullable SaidJourney journey(Said said, LocalDate declared) {
    String kind = said.text(Meaning.VEHICLE);
    if (kind == null
        || kind.length() > KIND_LETTERS
        || !(said.value(Meaning.DEPARTURE_DATE) instanceof Value.Day(String text))
        || text.length() != declared.toString().length()) {
      return null;
    }
    String seat = VehicleWords.seat(said.text(Meaning.SEAT));
    return new SaidJourney(
        kind,
        matching.vehicle(Objects.requireNonNullElse(said.text(Meaning.VEHICLE_NUMBER), "")),
        seat,
        VehicleWords.row(seat),
        LocalDate.parse(text),
        unit(said, Meaning.ORIGIN_UNIT, Meaning.ORIGIN_PROVINCE, declared),
        unit(said, Meaning.DESTINATION_UNIT, Meaning.DESTINATION_PROVINCE, declared));
  }

  private @Nullable Integer unit(Said said, Meaning commune, Meaning province, LocalDate day) {
    String text = said.text(commune);
    return text == null ? null : saidUnit.commune(text, said.text(province), day);
  }

  private void add(Said.Stay stay, LocalDate day, List<SaidStay> stays) {
    Long place = placeOf(stay.code());
    String text = Objects.requireNonNullElse(stay.place(), "");
    if (place != null) {
      stays.add(new SaidStay(place, null, List.of(), null, text, stay.from(), stay.to()));
      return;
    }
    List<Long> words = matching.hashes(text);
    if (!words.isEmpty()) {
      Integer unit = saidUnit.named(text, day).map(Unit::id).orElse(null);
      stays.add(
          new SaidStay(null, unit, words, matching.whole(text), text, stay.from(), stay.to()));
    }
  }

  private @Nullable Long placeOf(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return switch (PlaceCode.parse(code)) {
      case Reading.Accepted<PlaceCode>(PlaceCode read) ->
          places.byCode(read).map(PlaceCard::number).orElse(null);
      case Reading.Rejected<PlaceCode> _ -> null;
    };
  }
}
