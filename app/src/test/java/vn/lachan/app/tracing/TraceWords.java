package vn.lachan.app.tracing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdRule;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.PlaceTraits;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.TraceInMemory;
import vn.lachan.engine.tracing.TraceResult;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.Visit;
import vn.lachan.engine.tracing.VisitRows;
import vn.lachan.engine.tracing.Window;

/** A stored trace and a fresh run of the engine in the same words, so that they can be compared. */
final class TraceWords {
  private static final int FAR = TracingSettings.defaults().keptFarExposures();

  private TraceWords() {}

  /** Everything that a fresh run is given. */
  record Given(
      List<Visit> visits,
      Map<Long, Setting> settings,
      List<HouseholdLink> households,
      LongUnaryOperator person,
      CrowdRule crowds,
      ZoneId zone) {}

  /** The rows of a trace, each as one text with its evidence. */
  static Set<String> rows(JdbcClient jdbc, long subject) {
    return new HashSet<>(
        jdbc.sql(
                """
                select concat_ws(' ', c.person, c.generation, c.casual, c.minutes,
                  extract(epoch from c.first_at)::bigint, extract(epoch from c.last_at)::bigint, c.via,
                  c.exposures, (select string_agg(concat_ws(',', e.source, e.via, e.place, e.setting,
                    e.day, e.pieces, e.seconds, e.casual, e.inferred, e.reason, e.threshold_minutes),
                    ';' order by e.ordinal)
                    from tracing.exposure e where e.trace = c.trace and e.person = c.person))
                from tracing.contact c join tracing.trace t on t.number = c.trace
                where t.subject = :subject and c.withdrawn_at is null
                """)
            .param("subject", subject)
            .query(String.class)
            .list());
  }

  /** What the engine finds over everything that is given. */
  static TraceResult run(JdbcClient jdbc, long subject, Given given) {
    return jdbc.sql(
            """
            select person, extract(epoch from window_from)::bigint as window_from,
              extract(epoch from window_to)::bigint as window_to, rules::text as rules
            from tracing.trace where subject = :subject
            """)
        .param("subject", subject)
        .query(
            (row, _) -> {
              Rules rules = RulesJson.read(row.getString("rules"));
              var window = new Window(row.getLong("window_from"), row.getLong("window_to"));
              long index = given.person.applyAsLong(row.getLong("person"));
              return run(index, window, rules, given);
            })
        .single();
  }

  private static TraceResult run(long index, Window window, Rules rules, Given given) {
    var rows = new VisitRows();
    given.visits.forEach(
        visit ->
            rows.add(
                given.person.applyAsLong(visit.person()),
                visit.place(),
                visit.enteredAt(),
                visit.leftAt(),
                visit.departureInferred()));
    List<PlaceTraits> traits =
        given.settings.entrySet().stream()
            .map(entry -> new PlaceTraits(entry.getKey(), entry.getValue()))
            .toList();
    List<Encounter> encounters = new ArrayList<>();
    for (HouseholdLink link : given.households) {
      long a = given.person.applyAsLong(link.personA());
      long b = given.person.applyAsLong(link.personB());
      if (a != b) {
        encounters.add(
            Encounter.of(
                a, b, Source.HOUSEHOLD, link.from().getEpochSecond(), link.to().getEpochSecond()));
      }
    }
    var tracer =
        Tracer.open(
            index,
            window,
            rules,
            rules.generations(),
            given.zone,
            Tracer.KEPT_EXPOSURES,
            given.crowds);
    return new TraceInMemory(rows, traits, encounters).run(tracer);
  }

  static Set<String> words(TraceResult result) {
    Set<String> found = new HashSet<>();
    result.contacts().forEach(contact -> found.add(words(contact, FAR)));
    return found;
  }

  static Set<Crowd> crowds(TraceResult result) {
    return new HashSet<>(result.crowds());
  }

  private static String words(Contact contact, int far) {
    List<String> exposures = new ArrayList<>();
    contact.exposures().stream()
        .limit(contact.generation() == 1 ? Long.MAX_VALUE : far)
        .forEach(
            e -> {
              List<Long> overlaps = new ArrayList<>();
              e.overlaps()
                  .forEach(
                      o ->
                          overlaps.addAll(
                              Arrays.asList(
                                  o.viaFrom(),
                                  o.viaTo(),
                                  o.contactFrom(),
                                  o.contactTo(),
                                  o.from(),
                                  o.to(),
                                  o.departureInferred() ? 1L : 0L)));
              exposures.add(
                  join(
                      ",",
                      e.source(),
                      e.via(),
                      e.place(),
                      e.setting(),
                      e.day(),
                      overlaps.toString().replace("[", "{").replace("]", "}").replace(" ", ""),
                      e.seconds(),
                      flag(e.contactClass() == ContactClass.CASUAL),
                      flag(e.departureInferred()),
                      e.reason().code(),
                      e.reason().thresholdMinutes()));
            });
    return join(
        " ",
        contact.person(),
        contact.generation(),
        flag(contact.contactClass() == ContactClass.CASUAL),
        contact.minutes(),
        contact.firstAt(),
        contact.lastAt(),
        contact.via(),
        contact.exposureCount(),
        String.join(";", exposures));
  }

  private static String flag(boolean value) {
    return value ? "t" : "f";
  }

  private static String join(String separator, @Nullable Object... values) {
    return String.join(separator, Arrays.stream(values).map(String::valueOf).toList());
  }
}
