package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Exposures that come of encounters. Those of one pair, source and place are united first, so that
 * an encounter supplied twice counts once, then judged by the local day on which they began.
 */
final class EncounterExposures {
  private record Piece(int via, Source source, long place, long from, long to, int rowsApart) {
    boolean between(Piece other) {
      return via == other.via && source == other.source && place == other.place;
    }
  }

  private static final Comparator<Piece> UNITED_TOGETHER =
      Comparator.comparingInt(Piece::via)
          .thenComparing(Piece::source)
          .thenComparingLong(Piece::place)
          .thenComparingLong(Piece::from);

  private final SourcePersons sources;
  private final Rules rules;
  private final LocalDays days;
  private final Map<Long, List<Piece>> piecesOfContact = new HashMap<>();

  EncounterExposures(SourcePersons sources, Rules rules, LocalDays days) {
    this.sources = sources;
    this.rules = rules;
    this.days = days;
  }

  void add(Collection<Encounter> encounters, LongIndex known) {
    for (Encounter encounter : encounters) {
      if (rules.encounters().containsKey(encounter.source())) {
        add(encounter, encounter.personA(), encounter.personB(), known);
        add(encounter, encounter.personB(), encounter.personA(), known);
      }
    }
  }

  private void add(Encounter encounter, long viaPerson, long contact, LongIndex known) {
    int via = sources.ordinal(viaPerson);
    if (via == LongIndex.ABSENT || known.contains(contact)) {
      return;
    }
    long from = Math.max(encounter.from(), sources.window(via).from());
    long to = Math.min(encounter.to(), sources.window(via).to());
    if (from < to) {
      piecesOfContact
          .computeIfAbsent(contact, _ -> new ArrayList<>())
          .add(
              new Piece(
                  via, encounter.source(), encounter.place(), from, to, encounter.rowsApart()));
    }
  }

  /** A copy, because taking removes. */
  Set<Long> contacts() {
    return Set.copyOf(piecesOfContact.keySet());
  }

  List<Exposure> take(long contact) {
    List<Piece> pieces = piecesOfContact.remove(contact);
    if (pieces == null) {
      return List.of();
    }
    List<Piece> united = unite(pieces);
    var exposures = new ArrayList<Exposure>();
    for (int first = 0, next; first < united.size(); first = next) {
      Piece piece = united.get(first);
      long day = days.day(piece.from);
      next = first + 1;
      while (next < united.size()
          && united.get(next).between(piece)
          && days.day(united.get(next).from) == day) {
        next++;
      }
      exposures.add(judge(day, united.subList(first, next)));
    }
    return exposures;
  }

  private static List<Piece> unite(List<Piece> pieces) {
    pieces.sort(UNITED_TOGETHER);
    var united = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (!united.isEmpty()
          && united.getLast().between(piece)
          && piece.from <= united.getLast().to) {
        united.add(join(united.removeLast(), piece));
      } else {
        united.add(piece);
      }
    }
    return united;
  }

  private static Piece join(Piece one, Piece other) {
    return new Piece(
        one.via,
        one.source,
        one.place,
        one.from,
        Math.max(one.to, other.to),
        Math.min(one.rowsApart, other.rowsApart));
  }

  private Exposure judge(long day, List<Piece> together) {
    Piece first = together.getFirst();
    var overlaps = new ArrayList<Overlap>();
    long seconds = 0;
    int rowsApart = first.rowsApart;
    for (Piece piece : together) {
      overlaps.add(
          new Overlap(piece.from, piece.to, piece.from, piece.to, piece.from, piece.to, false));
      seconds += piece.to - piece.from;
      rowsApart = Math.min(rowsApart, piece.rowsApart);
    }
    EncounterRule rule = rule(first.source);
    ContactClass judged = rule.judge(seconds, rowsApart);
    return new Exposure(
        first.source,
        sources.window(first.via).person(),
        first.place,
        first.source == Source.VEHICLE_SEAT ? Setting.VEHICLE : Setting.UNKNOWN,
        days.date(day),
        List.copyOf(overlaps),
        seconds,
        judged,
        reason(first, rule, judged, day, seconds, rowsApart));
  }

  private Reason reason(
      Piece piece, EncounterRule rule, ContactClass judged, long day, long seconds, int rowsApart) {
    Integer closeFrom = rule.closeFromMinutes();
    return new Reason(
        judged == ContactClass.CLOSE ? Reason.Code.CLOSE_ENCOUNTER : Reason.Code.CASUAL_ENCOUNTER,
        piece.source,
        piece.place,
        days.date(day),
        seconds,
        closeFrom == null ? Reason.NONE : closeFrom,
        rowsApart,
        rules.document());
  }

  private EncounterRule rule(Source source) {
    EncounterRule rule = rules.encounters().get(source);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + source);
    }
    return rule;
  }
}
