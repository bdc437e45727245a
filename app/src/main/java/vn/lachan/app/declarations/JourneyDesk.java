package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** What officers ask about declared rides and flights. */
@Component
@Transactional
class JourneyDesk implements Journeys {
  /** More than any aeroplane seats. */
  private static final int MOST = 1_000;

  private static final int DECLARED_MOST = 5;

  private final JourneyTable table;
  private final DeclarationListTable declarations;
  private final DeclarationReading reading;
  private final StayMatching matching;
  private final PersonRecords records;
  private final Audit audit;

  JourneyDesk(
      JourneyTable table,
      DeclarationListTable declarations,
      DeclarationReading reading,
      StayMatching matching,
      PersonRecords records,
      Audit audit) {
    this.table = table;
    this.declarations = declarations;
    this.reading = reading;
    this.matching = matching;
    this.records = records;
    this.audit = audit;
  }

  /** Not read-only: asking who was on a vehicle is an act. */
  @Override
  public Companions on(
      Actor actor, String vehicle, LocalDate day, @Nullable String seat, Instant now) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    List<Long> vehicles = matching.vehicles(vehicle);
    if (vehicles.isEmpty()) {
      throw Refusal.invalid("declarations.refused.vehicle");
    }
    String written = VehicleWords.seat(seat);
    return listed(
        actor, table.on(reach, vehicles, day, VehicleWords.row(written), MOST + 1), day, written);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Declared> of(Actor actor, UUID person) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    return table.ofPersons(reach, records.of(List.of(person)), DECLARED_MOST);
  }

  @Override
  public Optional<Companions> beside(Actor actor, UUID declaration) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    Optional<JourneyTable.Row> own =
        declarations.inReach(reach, declaration).flatMap(row -> table.of(row.number()));
    return own.filter(row -> row.vehicle() != null)
        .map(
            row -> {
              List<JourneyTable.Row> others =
                  table
                      .on(
                          reach,
                          List.of(Objects.requireNonNull(row.vehicle())),
                          row.day(),
                          row.seatRow(),
                          MOST + 1)
                      .stream()
                      .filter(one -> one.person() != row.person())
                      .toList();
              return listed(actor, others, row.day(), row.seat());
            });
  }

  private Companions listed(
      Actor actor, List<JourneyTable.Row> found, LocalDate day, @Nullable String seat) {
    boolean cut = found.size() > MOST;
    List<JourneyTable.Row> rows = cut ? found.subList(0, MOST) : found;
    Map<Long, DeclarationRow> shown = new HashMap<>();
    reading
        .rows(declarations.byNumbers(rows.stream().map(JourneyTable.Row::declaration).toList()))
        .forEach(row -> shown.put(row.number(), row));
    Integer from = VehicleWords.row(seat);
    List<Companions.Companion> companions = new ArrayList<>();
    for (JourneyTable.Row row : rows) {
      DeclarationRow declaration = shown.get(row.declaration());
      if (declaration != null) {
        Integer apart =
            from == null || row.seatRow() == null ? null : Math.abs(row.seatRow() - from);
        companions.add(
            new Companions.Companion(declaration, row.seat(), apart, row.from(), row.to()));
      }
    }
    audit.record(
        new Act(
            actor.account(),
            "declarations.vehicle",
            null,
            null,
            day.toString(),
            companions.size(),
            rows.stream().map(JourneyTable.Row::person).distinct().toList()));
    return new Companions(
        day, rows.isEmpty() ? null : rows.getFirst().kind(), seat, companions, cut);
  }
}
