package vn.lachan.engine.tracing;

import java.time.format.DateTimeFormatter;
import java.util.function.LongFunction;

/** Says a {@link Reason} in one plain sentence. */
public enum ReasonWords {
  VIETNAMESE {
    @Override
    String template(Reason reason) {
      return switch (reason.code()) {
        case CLOSE_SAME_PLACE ->
            "Cùng ở {place} {minutes} ngày {day}, từ {threshold} phút trở lên là tiếp xúc gần";
        case CLOSE_SAME_PLACE_ANY_TIME ->
            "Cùng ở {place} {minutes} ngày {day}, nơi này bao lâu cũng là tiếp xúc gần";
        case CASUAL_SAME_PLACE_SHORT ->
            "Cùng ở {place} {minutes} ngày {day}, chưa đủ {threshold} phút nên là tiếp xúc khác";
        case CASUAL_SAME_PLACE_SETTING ->
            "Cùng ở {place} {minutes} ngày {day}, nơi này không tính là tiếp xúc gần";
        case CLOSE_LINGERING ->
            "Đến {place} ngày {day} chưa quá {threshold} phút sau khi người kia rời đi,"
                + " là tiếp xúc gần";
        case CASUAL_LINGERING ->
            "Đến {place} ngày {day} chưa quá {threshold} phút sau khi người kia rời đi,"
                + " là tiếp xúc khác";
        case CLOSE_ENCOUNTER -> vietnamese(reason) + ", là tiếp xúc gần";
        case CASUAL_ENCOUNTER -> vietnamese(reason) + ", là tiếp xúc khác";
      };
    }

    @Override
    String minutes(long minutes) {
      return minutes == 0 ? "dưới 1 phút" : minutes + " phút";
    }

    @Override
    String under(String document) {
      return " (theo " + document + ").";
    }
  },
  ENGLISH {
    @Override
    String template(Reason reason) {
      return switch (reason.code()) {
        case CLOSE_SAME_PLACE ->
            "Together at {place} for {minutes} on {day}; from {threshold} min this is close";
        case CLOSE_SAME_PLACE_ANY_TIME ->
            "Together at {place} for {minutes} on {day}; there any time is close";
        case CASUAL_SAME_PLACE_SHORT ->
            "Together at {place} for {minutes} on {day}; less than {threshold} min is casual";
        case CASUAL_SAME_PLACE_SETTING ->
            "Together at {place} for {minutes} on {day}; there no time makes it close";
        case CLOSE_LINGERING ->
            "Came to {place} on {day} less than {threshold} min after the other left; this is close";
        case CASUAL_LINGERING ->
            "Came to {place} on {day} less than {threshold} min after the other left;"
                + " this is casual";
        case CLOSE_ENCOUNTER -> english(reason) + "; this is close";
        case CASUAL_ENCOUNTER -> english(reason) + "; this is casual";
      };
    }

    @Override
    String minutes(long minutes) {
      return minutes == 0 ? "under 1 min" : minutes + " min";
    }

    @Override
    String under(String document) {
      return " (under " + document + ").";
    }
  };

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** The sentence; {@code placeName} turns a place number into what the reader calls it. */
  public String sentence(Reason reason, LongFunction<String> placeName) {
    String place = reason.place() == Encounter.NO_PLACE ? "" : placeName.apply(reason.place());
    String said =
        template(reason)
            .replace("{minutes}", minutes(reason.minutes()))
            .replace("{day}", DAY.format(reason.day()))
            .replace("{threshold}", Integer.toString(reason.thresholdMinutes()))
            .replace("{rows}", Integer.toString(reason.rowsApart()))
            .replace("{place}", place);
    return said + (reason.document().isEmpty() ? "." : under(reason.document()));
  }

  abstract String template(Reason reason);

  abstract String minutes(long minutes);

  abstract String under(String document);

  private static String vietnamese(Reason reason) {
    return switch (reason.source()) {
      case HOUSEHOLD -> "Cùng hộ gia đình từ ngày {day}";
      case RESIDENCE -> "Cùng nơi cư trú từ ngày {day}";
      case VEHICLE_SEAT -> "Ngồi cách {rows} hàng ghế trên cùng chuyến xe ngày {day}";
      case ITINERARY -> "Tự nhận có mặt ở mốc dịch tễ {minutes} ngày {day}";
      case BLUETOOTH -> "Điện thoại ghi nhận ở gần nhau {minutes} ngày {day}";
      case SUBSCRIBER -> "Có trong danh sách thuê bao ngày {day}";
      case CO_PRESENCE, LINGERING -> throw new IllegalStateException("no encounter: " + reason);
    };
  }

  private static String english(Reason reason) {
    return switch (reason.source()) {
      case HOUSEHOLD -> "Same household from {day}";
      case RESIDENCE -> "Same residence from {day}";
      case VEHICLE_SEAT -> "Seated {rows} rows apart on one trip on {day}";
      case ITINERARY -> "Recognised a published itinerary for {minutes} on {day}";
      case BLUETOOTH -> "Phones recorded each other nearby for {minutes} on {day}";
      case SUBSCRIBER -> "On the subscriber list of {day}";
      case CO_PRESENCE, LINGERING -> throw new IllegalStateException("no encounter: " + reason);
    };
  }
}
