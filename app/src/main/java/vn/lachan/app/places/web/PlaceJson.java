package vn.lachan.app.places.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.PlaceType;
import vn.lachan.app.places.PlaceView;
import vn.lachan.app.places.Point;
import vn.lachan.app.places.Registration;
import vn.lachan.app.places.StateChange;
import vn.lachan.engine.tracing.Setting;

/** What the API of places takes and gives; within v1 fields are only added. */
final class PlaceJson {
  private PlaceJson() {}

  record Row(
      UUID id,
      String code,
      String name,
      String address,
      int unit,
      String type,
      String sector,
      String status,
      Instant since) {
    static Row of(PlaceRow row) {
      return new Row(
          row.publicId(),
          row.code().symbols(),
          row.name(),
          row.address(),
          row.unit(),
          row.type(),
          row.sector(),
          row.status().key(),
          row.since());
    }
  }

  record Whole(
      UUID id,
      String code,
      String name,
      String address,
      int unit,
      String type,
      String sector,
      String status,
      String setting,
      @Nullable Point location,
      boolean locationExact,
      String hours,
      @Nullable Integer capacity,
      @Nullable Instant validFrom,
      @Nullable Instant validTo,
      boolean mustRegister,
      int revision,
      List<Change> history) {
    static Whole of(PlaceView view) {
      PlaceCard card = view.card();
      return new Whole(
          card.publicId(),
          card.code().symbols(),
          card.name(),
          card.address(),
          card.unit(),
          card.type(),
          card.sector(),
          card.status().key(),
          card.setting().name().toLowerCase(Locale.ROOT),
          card.location(),
          card.locationExact(),
          card.hours().text(),
          card.capacity(),
          card.validFrom(),
          card.validTo(),
          view.mustRegister(),
          view.revision(),
          view.history().stream().map(Change::of).toList());
    }
  }

  record Change(String what, Instant at, @Nullable String reason) {
    static Change of(StateChange change) {
      return new Change(change.what().key(), change.at(), change.reason());
    }
  }

  record Type(
      String code,
      String group,
      String vietnamese,
      String english,
      String sector,
      String setting,
      String hours,
      int dwellMinutes,
      boolean mustRegister,
      String document,
      String note) {
    static Type of(PlaceType type) {
      return new Type(
          type.code(),
          type.group().key(),
          type.vietnamese(),
          type.english(),
          type.sector(),
          type.setting().name().toLowerCase(Locale.ROOT),
          type.hours().text(),
          type.dwellMinutes(),
          type.mustRegister(),
          type.document(),
          type.note());
    }
  }

  record Reason(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  record Facts(
      @Nullable String name,
      @Nullable String type,
      @Nullable String address,
      @Nullable Integer unit,
      @Nullable Point location,
      @Nullable String setting,
      @Nullable String hours,
      @Nullable Integer capacity,
      @Nullable Instant validFrom,
      @Nullable Instant validTo,
      @Nullable String ownerName,
      @Nullable String ownerPhone) {
    Registration registration() {
      return new Registration(
          orEmpty(name),
          orEmpty(type),
          orEmpty(address),
          unit == null ? -1 : unit,
          location,
          settingOrNull(),
          hours,
          capacity,
          validFrom,
          validTo,
          ownerName,
          ownerPhone);
    }

    private @Nullable Setting settingOrNull() {
      return switch (setting) {
        case null -> null;
        case "indoor" -> Setting.INDOOR;
        case "outdoor" -> Setting.OUTDOOR;
        case "vehicle" -> Setting.VEHICLE;
        default -> throw Refusal.invalid("places.refused.setting-unknown");
      };
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
