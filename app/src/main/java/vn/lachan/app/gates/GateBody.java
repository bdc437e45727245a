package vn.lachan.app.gates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Refusal;

/**
 * What some kinds of records hold besides who was scanned. It comes from a device: everything is
 * checked, nothing is believed.
 */
final class GateBody {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORM_MOST = 60;

  private GateBody() {}

  /**
   * A form as it was filled in; the response is a QuestionnaireResponse of FHIR R4.
   *
   * @param scannedAt when the person was scanned, by the device's clock; null for the record's time
   */
  record Declared(String form, String version, String response, @Nullable Long scannedAt) {
    @Override
    public String toString() {
      return "Declared[" + form + "]";
    }
  }

  /**
   * What the device sealed while the trip was open, so that it comes back after a reload without
   * being readable there. It is bound to device, trip and number.
   *
   * @param number below zero, so that no part can pass for a record
   */
  record Part(int number, int sealKey, byte[] point, byte[] nonce, byte[] content) {}

  /**
   * A vehicle with the people on it, as the keeper entered it.
   *
   * @param words those of plate, origin, destination and note that the device had sealed before
   */
  record Trip(
      @Nullable String plate,
      String vehicle,
      String direction,
      @Nullable String origin,
      @Nullable String destination,
      String decision,
      @Nullable String reason,
      @Nullable String note,
      List<Traveller> people,
      @Nullable List<Part> words) {
    @Override
    public String toString() {
      return "Trip[***]";
    }
  }

  /**
   * Somebody on a vehicle, with the papers that were shown.
   *
   * @param text what was scanned; null where it is in the part
   * @param row of the seat, from the front; null where nobody asked
   * @param takenAt when a test was taken, in milliseconds since 1970
   * @param doses of vaccine that a paper showed; null where none was shown
   * @param scannedAt by the device's clock; null for the trip's own time
   * @param stops whether the keeper was told that this person must stop
   * @param who text, name and time where the device had sealed them before
   * @param shown papers where the device had sealed them before
   */
  record Traveller(
      @Nullable String text,
      @Nullable String name,
      boolean typed,
      String role,
      @Nullable Integer row,
      @Nullable String test,
      @Nullable String result,
      @Nullable Long takenAt,
      @Nullable Integer doses,
      @Nullable String permit,
      @Nullable Long scannedAt,
      @Nullable Boolean stops,
      @Nullable Part who,
      @Nullable Part shown) {
    @Override
    public String toString() {
      return "Traveller[" + role + "]";
    }
  }

  /**
   * Reads a declaration.
   *
   * @throws Refusal {@code gates.refused.unreadable}
   */
  static Declared declared(GateRecord content) {
    Declared read = read(content, Declared.class);
    if (isMissing(read.form(), FORM_MOST)
        || isMissing(read.version(), FORM_MOST)
        || read.response() == null) {
      throw unreadable();
    }
    return read;
  }

  /**
   * Reads a trip; its parts are checked by whoever takes it.
   *
   * @throws Refusal {@code gates.refused.unreadable}
   */
  static Trip trip(GateRecord content) {
    Trip read = read(content, Trip.class);
    boolean incomplete =
        (read.plate() == null && read.words() == null)
            || read.vehicle() == null
            || read.direction() == null
            || read.decision() == null
            || read.people() == null
            || read.people().stream().anyMatch(GateBody::isIncomplete);
    if (incomplete) {
      throw unreadable();
    }
    return read;
  }

  private static boolean isIncomplete(@Nullable Traveller traveller) {
    return traveller == null
        || (traveller.text() == null && traveller.who() == null)
        || traveller.role() == null;
  }

  private static boolean isMissing(@Nullable String text, int most) {
    return text == null || text.isBlank() || text.length() > most;
  }

  private static <T> T read(GateRecord content, Class<T> type) {
    return read(content.body(), type);
  }

  /**
   * Reads JSON that a device wrote.
   *
   * @throws Refusal {@code gates.refused.unreadable}
   */
  static <T> T read(@Nullable String body, Class<T> type) {
    if (body == null) {
      throw unreadable();
    }
    try {
      T read = JSON.readValue(body, type);
      if (read == null) {
        throw unreadable();
      }
      return read;
    } catch (JacksonException damaged) {
      throw unreadable();
    }
  }

  static Refusal unreadable() {
    return Refusal.invalid("gates.refused.unreadable");
  }
}
