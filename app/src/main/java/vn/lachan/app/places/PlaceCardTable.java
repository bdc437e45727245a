package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/** Reads {@code places.place} as cards. */
@Component
class PlaceCardTable {
  static final String COLUMNS =
      """
      p.number, p.public_id, p.code, p.name, p.address, p.unit_id, p.type, p.sector, p.setting,
      p.latitude, p.longitude, p.location_exact, p.hours::text as hours, p.capacity,
      p.valid_from, p.valid_to, p.status
      """;

  private final JdbcClient jdbc;
  private final PlaceTypes types;
  private final Clock clock;
  private final ProgramSettings program;

  PlaceCardTable(JdbcClient jdbc, PlaceTypes types, Clock clock, ProgramSettings program) {
    this.jdbc = jdbc;
    this.types = types;
    this.clock = clock;
    this.program = program;
  }

  Optional<PlaceCard> byCode(PlaceCode code) {
    return jdbc.sql("select " + COLUMNS + " from places.place p where p.code = :code")
        .param("code", code.symbols())
        .query(this::card)
        .optional();
  }

  Optional<PlaceCard> byNumber(long number) {
    return jdbc.sql("select " + COLUMNS + " from places.place p where p.number = :number")
        .param("number", number)
        .query(this::card)
        .optional();
  }

  Optional<PlaceCard> byPublicId(UUID publicId) {
    return jdbc.sql("select " + COLUMNS + " from places.place p where p.public_id = :id")
        .param("id", publicId)
        .query(this::card)
        .optional();
  }

  Map<Long, PlaceCard> byNumbers(Collection<Long> numbers) {
    Map<Long, PlaceCard> cards = HashMap.newHashMap(numbers.size());
    jdbc
        .sql("select " + COLUMNS + " from places.place p where p.number = any(:numbers)")
        .param("numbers", numbers.toArray(Long[]::new))
        .query(this::card)
        .list()
        .stream()
        .forEach(card -> cards.put(card.number(), card));
    return cards;
  }

  Map<Long, Setting> settings(Collection<Long> numbers) {
    Map<Long, Setting> settings = HashMap.newHashMap(numbers.size());
    jdbc.sql("select number, setting from places.place where number = any(:numbers)")
        .param("numbers", numbers.toArray(Long[]::new))
        .query(
            row -> {
              settings.put(row.getLong("number"), setting(row));
            });
    return settings;
  }

  /** The type and the place's own hours, null where it has those of the type. */
  Optional<OwnHours> ownHours(long number) {
    return jdbc.sql("select type, hours::text as hours from places.place where number = :number")
        .param("number", number)
        .query((row, index) -> new OwnHours(text(row, "type"), ownHours(row)))
        .optional();
  }

  record OwnHours(String type, @Nullable OpeningHours hours) {}

  PlaceCard card(ResultSet row, int index) throws SQLException {
    String typeCode = text(row, "type");
    PlaceType type = types.stored(typeCode, today());
    OpeningHours own = ownHours(row);
    return new PlaceCard(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        new PlaceCode(text(row, "code")),
        text(row, "name"),
        text(row, "address"),
        row.getInt("unit_id"),
        typeCode,
        text(row, "sector"),
        setting(row),
        point(row),
        row.getBoolean("location_exact"),
        own == null ? type.hours() : own,
        type.dwellMinutes(),
        row.getObject("capacity", Integer.class),
        instant(row, "valid_from"),
        instant(row, "valid_to"),
        Status.of(text(row, "status")));
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), program.zone());
  }

  private static Setting setting(ResultSet row) throws SQLException {
    return Setting.valueOf(text(row, "setting").toUpperCase(Locale.ROOT));
  }

  private static @Nullable OpeningHours ownHours(ResultSet row) throws SQLException {
    String column = row.getString("hours");
    return column == null ? null : HoursColumn.read(column);
  }

  private static @Nullable Point point(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return latitude == null || longitude == null ? null : new Point(latitude, longitude);
  }
}
