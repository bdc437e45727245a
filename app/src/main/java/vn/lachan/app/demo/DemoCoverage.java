package vn.lachan.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.places.Inspections;
import vn.lachan.app.places.NewInspection;
import vn.lachan.app.places.NewInspection.Answer;
import vn.lachan.app.places.NewInspection.Finding;
import vn.lachan.app.places.NewInspection.Met;
import vn.lachan.app.places.NewInspection.Outcome;
import vn.lachan.app.places.NewObliged;
import vn.lachan.app.places.NewPlace;
import vn.lachan.app.places.ObligedPlaces;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/**
 * What a district has to go after in the drill: places without a code, codes that nobody scans, and
 * reminders that run out. Names say that they belong to the drill.
 */
@Component
class DemoCoverage {
  private static final List<String> KINDS =
      List.of("eating-place", "essential-shop", "karaoke", "market", "clinic");
  private static final int LISTED = 30;
  private static final int DEAD = 12;
  private static final Duration OPEN_FOR = Duration.ofDays(40);

  private final Places places;
  private final ObligedPlaces obliged;
  private final Inspections inspections;
  private final Units units;
  private final ZoneId zone;

  DemoCoverage(
      Places places,
      ObligedPlaces obliged,
      Inspections inspections,
      Units units,
      ProgramSettings settings) {
    this.places = places;
    this.obliged = obliged;
    this.inspections = inspections;
    this.units = units;
    this.zone = settings.zone();
  }

  String make(Instant end) {
    List<Unit> communes = units.children(DemoProvince.PROVINCE);
    List<NewObliged> entries = new ArrayList<>();
    for (int i = 0; i < LISTED; i++) {
      entries.add(
          new NewObliged(
              "Cơ sở diễn tập chưa khai " + (i + 1),
              "Thôn " + (1 + i % 9),
              kind(i),
              communes.get(i * 5 % communes.size()).id(),
              "Danh sách rà soát diễn tập"));
    }
    obliged.enterAll(Actor.program(), entries, end);
    List<NewPlace> dead = new ArrayList<>();
    for (int i = 0; i < DEAD; i++) {
      dead.add(place(i, communes.get(i * 7 % communes.size()).id()));
    }
    long[] numbers = places.load(dead.iterator(), end.minus(OPEN_FOR));
    LocalDate today = LocalDate.ofInstant(end, zone);
    for (int i = 0; i < 4; i++) {
      UUID place = places.find(numbers[i]).orElseThrow().publicId();
      inspections.record(Actor.program(), inspection(place, end, today.plusDays(i)), end);
    }
    return entries.size() + " " + numbers.length;
  }

  private static NewPlace place(int i, int commune) {
    return new NewPlace(
        new Registration(
            "Quán diễn tập vắng khách " + (i + 1),
            kind(i),
            "Thôn " + (1 + i % 9),
            commune,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null),
        null,
        null);
  }

  private static NewInspection inspection(UUID place, Instant end, LocalDate due) {
    return new NewInspection(
        place,
        null,
        null,
        end.minus(Duration.ofHours(3)),
        Met.KEEPER,
        null,
        List.of(
            new Finding("registered", Answer.MET, null),
            new Finding("displayed", Answer.MISSED, "mã để trong ngăn bàn"),
            new Finding("controlled", Answer.MISSED, null)),
        null,
        Outcome.REMINDER,
        due,
        "Treo mã ở lối vào, hướng dẫn khách quét",
        null);
  }

  private static String kind(int i) {
    return KINDS.get(i % KINDS.size());
  }
}
