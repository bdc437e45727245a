package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PlaceCode;

/** Writes {@code places.place}; what it knows of an owner is sealed before it comes here. */
@Component
class PlaceTable {
  private static final String INSERT =
      """
      insert into places.place (number, public_id, code, name, address, search_name,
        search_address, type, unit_id, sector, latitude, longitude, location_exact, setting, hours,
        capacity, must_register, valid_from, valid_to, owner_account, owner_key, owner_name,
        owner_phone, status, status_since, created_at, created_by)
      overriding system value
      values (:number, :publicId, :code, :name, :address, :searchName, :searchAddress, :type, :unit,
        :sector, :latitude, :longitude, :exact, :setting, :hours::int4multirange, :capacity, :must,
        :validFrom, :validTo, :ownerAccount, :ownerKey, :ownerName, :ownerPhone,
        :status, :at, :at, :by)
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  PlaceTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A place about to be written for the first time. */
  record NewRow(
      long number,
      UUID publicId,
      PlaceCode code,
      PlaceFacts facts,
      OwnerSeal.Columns owner,
      @Nullable Long ownerAccount,
      Status status,
      Instant at,
      @Nullable Long by) {}

  /** What a step needs to know of the place that it changes. */
  record Held(
      long number,
      UUID publicId,
      Status status,
      int revision,
      @Nullable Long ownerAccount,
      OwnerSeal.Columns owner) {}

  List<Long> nextNumbers(int count) {
    return jdbc.sql(
            """
            select nextval(pg_get_serial_sequence('places.place', 'number'))
            from generate_series(1, :count)
            """)
        .param("count", count)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  void insert(List<NewRow> rows) {
    List<Map<String, @Nullable Object>> values = rows.stream().map(PlaceTable::values).toList();
    try {
      batches.batchUpdate(INSERT, SqlParameterSourceUtils.createBatch(values));
    } catch (DuplicateKeyException samePlace) {
      throw duplicate();
    }
  }

  /** Locks the place until the end of the transaction; empty outside the scope. */
  Optional<Held> hold(UUID publicId, PlaceScope scope) {
    return jdbc.sql(
            """
            select p.number, p.public_id, p.status, p.revision, p.owner_account,
              p.owner_key, p.owner_name, p.owner_phone
            from places.place p
            where p.public_id = :publicId and %s
            for update
            """
                .formatted(scope.sql()))
        .param("publicId", publicId)
        .params(scope.parameters())
        .query(PlaceTable::held)
        .optional();
  }

  void correct(Held held, PlaceFacts facts, OwnerSeal.Columns owner) {
    Map<String, @Nullable Object> values = values(facts, owner);
    values.put("number", held.number());
    try {
      jdbc.sql(
              """
              update places.place set name = :name, address = :address, search_name = :searchName,
                search_address = :searchAddress, type = :type, unit_id = :unit, sector = :sector,
                latitude = :latitude, longitude = :longitude, location_exact = :exact,
                setting = :setting, hours = :hours::int4multirange, capacity = :capacity,
                must_register = :must, valid_from = :validFrom, valid_to = :validTo,
                owner_key = :ownerKey, owner_name = :ownerName, owner_phone = :ownerPhone,
                revision = revision + 1
              where number = :number
              """)
          .params(values)
          .update();
    } catch (DuplicateKeyException samePlace) {
      throw duplicate();
    }
  }

  void setStatus(long number, Status status, Instant now) {
    try {
      jdbc.sql(
              """
              update places.place set status = :status, status_since = :now, revision = revision + 1
              where number = :number
              """)
          .param("number", number)
          .param("status", status.key())
          .param("now", Timestamp.from(now))
          .update();
    } catch (DuplicateKeyException samePlace) {
      throw duplicate();
    }
  }

  void setOwner(long number, long account) {
    jdbc.sql("update places.place set owner_account = :account where number = :number")
        .param("number", number)
        .param("account", account)
        .update();
  }

  /** The new owner with a key of their own: nothing is left that opens the old one's name. */
  void setOwner(long number, long account, OwnerSeal.Columns owner) {
    jdbc.sql(
            """
            update places.place set owner_account = :account, owner_key = :key, owner_name = :name,
              owner_phone = :phone, revision = revision + 1
            where number = :number
            """)
        .param("number", number)
        .param("account", account)
        .param("key", owner.key())
        .param("name", owner.name())
        .param("phone", owner.phone())
        .update();
  }

  Optional<Long> number(UUID publicId, PlaceScope scope) {
    return jdbc.sql(
            "select p.number from places.place p where p.public_id = :publicId and " + scope.sql())
        .param("publicId", publicId)
        .params(scope.parameters())
        .query((row, index) -> row.getLong(1))
        .optional();
  }

  void setCode(long number, PlaceCode code) {
    jdbc.sql("update places.place set code = :code, revision = revision + 1 where number = :number")
        .param("number", number)
        .param("code", code.symbols())
        .update();
  }

  int deleteDrafts(Instant before) {
    return jdbc.sql("delete from places.place where status = 'draft' and status_since < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Map<String, @Nullable Object> values(NewRow row) {
    Map<String, @Nullable Object> values = values(row.facts(), row.owner());
    values.put("number", row.number());
    values.put("publicId", row.publicId());
    values.put("code", row.code().symbols());
    values.put("ownerAccount", row.ownerAccount());
    values.put("status", row.status().key());
    values.put("at", Timestamp.from(row.at()));
    values.put("by", row.by());
    return values;
  }

  private static Map<String, @Nullable Object> values(PlaceFacts facts, OwnerSeal.Columns owner) {
    Point point = facts.location();
    OpeningHours hours = facts.hours();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", facts.name());
    values.put("address", facts.address());
    values.put("searchName", facts.searchName());
    values.put("searchAddress", facts.searchAddress());
    values.put("type", facts.type().code());
    values.put("unit", facts.unit());
    values.put("sector", facts.type().sector());
    values.put("latitude", point == null ? null : point.latitude());
    values.put("longitude", point == null ? null : point.longitude());
    values.put("exact", facts.locationExact());
    values.put("setting", facts.setting().name().toLowerCase(Locale.ROOT));
    values.put("hours", hours == null ? null : HoursColumn.write(hours));
    values.put("capacity", facts.capacity());
    values.put("must", facts.type().mustRegister());
    values.put("validFrom", timestamp(facts.validFrom()));
    values.put("validTo", timestamp(facts.validTo()));
    values.put("ownerKey", owner.key());
    values.put("ownerName", owner.name());
    values.put("ownerPhone", owner.phone());
    return values;
  }

  private static Refusal duplicate() {
    return Refusal.conflict("places.refused.duplicate");
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Held held(ResultSet row, int index) throws SQLException {
    return new Held(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        Status.of(PlaceCardTable.text(row, "status")),
        row.getInt("revision"),
        row.getObject("owner_account", Long.class),
        new OwnerSeal.Columns(
            row.getBytes("owner_key"), row.getBytes("owner_name"), row.getBytes("owner_phone")));
  }
}
