package vn.lachan.app.units;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the reference files into the database at start, for joins and scope predicates. Does
 * nothing when the database already holds this version; of several copies that start at once, one
 * loads and the others wait. Units are laid over what is there, never deleted.
 */
@Component
class UnitsLoader implements SmartInitializingSingleton {
  private static final long LOCK = 0x756e697473L; // "units"

  private final ReferenceTable reference;
  private final SuccessorTable successorTable;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  UnitsLoader(
      ReferenceTable reference,
      SuccessorTable successorTable,
      JdbcTemplate jdbc,
      TransactionTemplate transactions) {
    this.reference = reference;
    this.successorTable = successorTable;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    load();
  }

  /** Whether anything had to be loaded. */
  boolean load() {
    return Boolean.TRUE.equals(transactions.execute(status -> loadUnlessCurrent()));
  }

  private boolean loadUnlessCurrent() {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    var held = jdbc.queryForList("select version from units.reference_version", String.class);
    if (held.contains(reference.version())) {
      return false;
    }
    loadUnits();
    loadLineage();
    loadClosure();
    loadSectors();
    jdbc.update(
        """
        insert into units.reference_version (version) values (?)
        on conflict (one) do update set version = excluded.version, loaded_at = now()
        """,
        reference.version());
    return true;
  }

  private void loadUnits() {
    jdbc.update("delete from units.unit_arriving");
    copy("units.unit_arriving", reference.units(), UnitsLoader::line);
    jdbc.update(
        """
        insert into units.unit
        select * from units.unit_arriving
        on conflict (id) do update set
          code = excluded.code, name = excluded.name, kind = excluded.kind,
          level = excluded.level, parent_id = excluded.parent_id,
          valid_from = excluded.valid_from, valid_to = excluded.valid_to,
          latitude = excluded.latitude, longitude = excluded.longitude,
          location_precision = excluded.location_precision
        """);
    jdbc.update("delete from units.unit_arriving");
  }

  private void loadLineage() {
    jdbc.update("delete from units.lineage");
    copy(
        "units.lineage",
        reference.lineage(),
        step -> line(step.oldId(), step.newId(), lower(step.extent()), step.nameBefore()));
  }

  private void loadClosure() {
    jdbc.update("delete from units.within_any");
    var closure = new WithinClosure(new UnitIndex(reference.units(), reference.lineage()));
    copy(
        "units.within_any",
        closure.pairs(),
        pair -> line(pair.ancestorId(), pair.unitId(), lower(pair.extent())));
    successorTable.addToClosure();
  }

  private void loadSectors() {
    jdbc.update("delete from units.sector");
    copy("units.sector", reference.sectors(), UnitsLoader::line);
  }

  private <T> void copy(String table, Iterable<T> rows, Function<T, String> format) {
    var text = new StringBuilder();
    rows.forEach(row -> text.append(format.apply(row)));
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try {
                var copy = connection.unwrap(PGConnection.class).getCopyAPI();
                return copy.copyIn(
                    "copy " + table + " from stdin", new StringReader(text.toString()));
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
  }

  private static String line(Unit unit) {
    return line(
        unit.id(),
        unit.code(),
        unit.name(),
        unit.kind().key(),
        unit.level().rank(),
        unit.parentId(),
        unit.validFrom(),
        unit.validTo(),
        unit.location().latitude(),
        unit.location().longitude(),
        lower(unit.location().precision()));
  }

  private static String line(Sector sector) {
    return line(
        sector.code(),
        sector.nameVietnamese(),
        sector.nameEnglish(),
        sector.validFrom(),
        sector.validTo(),
        sector.successor(),
        sector.document(),
        sector.verified());
  }

  /** One line of COPY's text format. The files are tab-separated, so no value holds a tab. */
  private static String line(@Nullable Object... values) {
    var line = new StringBuilder();
    for (Object value : values) {
      line.append(line.isEmpty() ? "" : "\t");
      line.append(value == null ? "\\N" : value.toString().replace("\\", "\\\\"));
    }
    return line.append('\n').toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
