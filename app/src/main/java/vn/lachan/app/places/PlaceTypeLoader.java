package vn.lachan.app.places;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.ProgramSettings;

/**
 * Brings the kinds of places into the database, for joins of reports, and lets the sectors of
 * places follow when departments merge. Of several copies that start at once, one loads and the
 * others wait.
 */
@Component
class PlaceTypeLoader implements SmartInitializingSingleton {
  private static final long LOCK = 0x706c61636573L; // "places"

  private final PlaceTypes types;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ProgramSettings program;

  PlaceTypeLoader(
      PlaceTypes types,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Clock clock,
      ProgramSettings program) {
    this.types = types;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.program = program;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Instant now = clock.instant();
    transactions.executeWithoutResult(status -> load(now));
    followSectors(now.atZone(program.zone()).toLocalDate());
  }

  /** After midnight, when a line of the file may begin. */
  @Scheduled(cron = "0 10 0 * * *", zone = "Asia/Ho_Chi_Minh")
  void followSectorsToday() {
    followSectors(LocalDate.ofInstant(clock.instant(), program.zone()));
  }

  /** How many places went to another sector; what is listed without one goes with them. */
  int followSectors(LocalDate today) {
    jdbc.sql(
            """
            update places.obliged o set sector = t.sector
            from places.type t
            where t.code = o.type and o.sector <> t.sector
              and :today between t.valid_from and coalesce(t.valid_to, 'infinity')
            """)
        .param("today", today)
        .update();
    return jdbc.sql(
            """
            update places.place p set sector = t.sector
            from places.type t
            where t.code = p.type and p.sector <> t.sector
              and :today between t.valid_from and coalesce(t.valid_to, 'infinity')
            """)
        .param("today", today)
        .update();
  }

  private void load(Instant now) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)::text").param("lock", LOCK).query().singleRow();
    String version = hash(types.content());
    int changed =
        jdbc.sql(
                """
                insert into places.reference_version as held (version, loaded_at)
                values (:version, :now)
                on conflict (one) do update set version = excluded.version, loaded_at = :now
                where held.version <> excluded.version
                """)
            .param("version", version)
            .param("now", Timestamp.from(now))
            .update();
    if (changed > 0) {
      types.all().forEach(this::lay);
    }
  }

  private void lay(PlaceType type) {
    jdbc.sql(
            """
            insert into places.type (code, valid_from, valid_to, "group", name_vi, name_en, sector,
              setting, hours, dwell_minutes, must_register, document, note)
            values (:code, :from, :to, :group, :vi, :en, :sector, :setting, :hours::int4multirange,
              :dwell, :must, :document, :note)
            on conflict (code, valid_from) do update set
              valid_to = excluded.valid_to, "group" = excluded."group", name_vi = excluded.name_vi,
              name_en = excluded.name_en, sector = excluded.sector, setting = excluded.setting,
              hours = excluded.hours, dwell_minutes = excluded.dwell_minutes,
              must_register = excluded.must_register, document = excluded.document,
              note = excluded.note
            """)
        .param("code", type.code())
        .param("from", type.validFrom())
        .param("to", type.validTo())
        .param("group", type.group().key())
        .param("vi", type.vietnamese())
        .param("en", type.english())
        .param("sector", type.sector())
        .param("setting", type.setting().name().toLowerCase(Locale.ROOT))
        .param("hours", HoursColumn.write(type.hours()))
        .param("dwell", type.dwellMinutes())
        .param("must", type.mustRegister())
        .param("document", type.document())
        .param("note", type.note())
        .update();
  }

  private static String hash(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }
}
