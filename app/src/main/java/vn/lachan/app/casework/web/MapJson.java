package vn.lachan.app.casework.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lachan.app.casework.CaseMap;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Point;
import vn.lachan.app.program.Formats;
import vn.lachan.app.tracing.ExposingPlace;
import vn.lachan.app.tracing.Timeline;

/**
 * The places of a case for a map, and the index case's way from one to the next. Places whose card
 * is gone, or that lie nowhere, miss; the table beside the map has them.
 */
public record MapJson(List<PlaceOfMap> places, List<StayOfMap> stays) {
  /** A place; {@code approximate} where the middle of its commune stands in for it. */
  public record PlaceOfMap(
      UUID id,
      String name,
      String unit,
      double latitude,
      double longitude,
      boolean approximate,
      int close,
      int casual) {}

  /** A stay; {@code place} is a position in the list, {@code day} as 2021-11-15. */
  public record StayOfMap(int place, String day, String span, boolean inferred) {}

  static MapJson of(CaseMap map, CaseWords words, Formats formats, ZoneId zone) {
    Map<Long, Integer> positions = new HashMap<>();
    List<PlaceOfMap> places = new ArrayList<>();
    for (ExposingPlace each : map.places()) {
      PlaceCard card = map.cards().get(each.place());
      Point point = card == null ? null : card.location();
      if (card != null && point != null) {
        positions.put(each.place(), places.size());
        places.add(
            new PlaceOfMap(
                card.publicId(),
                card.name(),
                words.unit(card.unit()),
                point.latitude(),
                point.longitude(),
                !card.locationExact(),
                each.close(),
                each.casual()));
      }
    }
    List<StayOfMap> stays = new ArrayList<>();
    for (Timeline.Stay stay : map.stays()) {
      Integer position = positions.get(stay.place());
      if (position != null) {
        stays.add(
            new StayOfMap(
                position,
                stay.from().atZone(zone).toLocalDate().toString(),
                formats.time(stay.from()) + " – " + formats.time(stay.to()),
                stay.departureInferred()));
      }
    }
    return new MapJson(places, stays);
  }
}
