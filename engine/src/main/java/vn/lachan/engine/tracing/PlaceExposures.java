package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Exposures that come of visits: co-presence, and the air that a source left behind. */
final class PlaceExposures {
  private record Piece(int via, int place, boolean lingering, long day, Overlap overlap) {
    boolean judgedWith(Piece other) {
      return via == other.via
          && place == other.place
          && lingering == other.lingering
          && day == other.day;
    }
  }

  private static final Comparator<Piece> JUDGED_TOGETHER =
      Comparator.comparingInt(Piece::via)
          .thenComparingInt(Piece::place)
          .thenComparing(Piece::lingering)
          .thenComparingLong(piece -> piece.overlap.from())
          .thenComparingLong(piece -> piece.overlap.viaFrom());

  private final ExposingStays exposing;
  private final Stays present;
  private final SourcePersons sources;
  private final Setting[] settings;
  private final Rules rules;
  private final LocalDays days;
  private final CrowdWatch crowds;
  private final List<Piece> pieces = new ArrayList<>();

  PlaceExposures(
      ExposingStays exposing,
      Stays present,
      SourcePersons sources,
      Setting[] settings,
      Rules rules,
      LocalDays days,
      CrowdWatch crowds) {
    this.exposing = exposing;
    this.present = present;
    this.sources = sources;
    this.settings = settings;
    this.rules = rules;
    this.days = days;
    this.crowds = crowds;
  }

  /** The exposures of one person, whose stays are the rows from begin to end. */
  List<Exposure> of(int begin, int end) {
    pieces.clear();
    for (int stay = begin; stay < end; stay++) {
      meet(stay);
    }
    if (pieces.size() > 1) {
      pieces.sort(JUDGED_TOGETHER);
    }
    var exposures = new ArrayList<Exposure>(pieces.size());
    for (int first = 0, next; first < pieces.size(); first = next) {
      next = first + 1;
      while (next < pieces.size() && pieces.get(next).judgedWith(pieces.get(first))) {
        next++;
      }
      exposures.add(judge(pieces.subList(first, next)));
    }
    return exposures;
  }

  private void meet(int stay) {
    int place = present.place[stay];
    long entered = present.from[stay];
    int end = exposing.endOfBegunBefore(place, present.to[stay]);
    for (int s = exposing.firstReaching(place, end, entered); s < end; s++) {
      if (!crowds.admits(exposing.windowOfStay[s], present.person[stay])) {
        continue;
      }
      long from = Math.max(entered, exposing.from[s]);
      long to = Math.min(present.to[stay], exposing.to[s]);
      if (from < to) {
        add(stay, s, false, from, to);
        continue;
      }
      long airGone = exposing.to[s] + exposing.airOutSeconds(place);
      if (!exposing.narrowed[s] && exposing.to[s] <= entered && entered < airGone) {
        add(stay, s, true, entered, Math.min(present.to[stay], airGone));
      }
    }
  }

  private void add(int stay, int s, boolean lingering, long from, long to) {
    var overlap =
        new Overlap(
            exposing.from[s],
            exposing.to[s],
            present.from[stay],
            present.to[stay],
            from,
            to,
            exposing.inferred[s] || present.inferred[stay]);
    int place = present.place[stay];
    pieces.add(new Piece(exposing.source[s], place, lingering, days.day(from), overlap));
  }

  private Exposure judge(List<Piece> together) {
    Piece first = together.getFirst();
    List<Overlap> overlaps = overlaps(together);
    long seconds = 0;
    for (Overlap overlap : overlaps) {
      seconds += overlap.seconds();
    }
    PlaceRule rule = rules.at(settings[first.place]);
    ContactClass judged = first.lingering ? rule.lingeringClass() : rule.judge(seconds);
    Reason reason = reason(first, rule, judged, seconds);
    return new Exposure(
        reason.source(),
        sources.window(first.via).person(),
        reason.place(),
        settings[first.place],
        reason.day(),
        overlaps,
        seconds,
        judged,
        reason);
  }

  /** Most exposures are one overlap; a stream for each of a million is felt. */
  private static List<Overlap> overlaps(List<Piece> together) {
    return together.size() == 1
        ? List.of(together.getFirst().overlap)
        : together.stream().map(Piece::overlap).toList();
  }

  private Reason reason(Piece piece, PlaceRule rule, ContactClass judged, long seconds) {
    Integer closeFrom = rule.closeFromMinutes();
    int threshold = closeFrom == null ? Reason.NONE : closeFrom;
    Reason.Code code = rule.reason(judged);
    if (piece.lingering) {
      threshold = rule.airOutMinutes();
      code =
          judged == ContactClass.CLOSE ? Reason.Code.CLOSE_LINGERING : Reason.Code.CASUAL_LINGERING;
    }
    return new Reason(
        code,
        piece.lingering ? Source.LINGERING : Source.CO_PRESENCE,
        present.places.key(piece.place),
        days.date(piece.day),
        seconds,
        threshold,
        Reason.NONE,
        rules.document());
  }
}
