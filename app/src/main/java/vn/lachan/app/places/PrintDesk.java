package vn.lachan.app.places;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;

/** Begins prints, draws them portion by portion, and hands them out. */
@Component
class PrintDesk implements PlacePrints, LongWork {
  static final String KIND = "places.print";

  private final PrintTable prints;
  private final PlaceCardTable cards;
  private final PosterPages pages;
  private final PrintSettings settings;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock;

  PrintDesk(
      PrintTable prints,
      PlaceCardTable cards,
      PosterPages pages,
      PrintSettings settings,
      Jobs jobs,
      Audit audit,
      Clock clock) {
    this.prints = prints;
    this.cards = cards;
    this.pages = pages;
    this.settings = settings;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public int count(Actor actor, PlaceFilter filter, @Nullable UUID ofImport) {
    return prints.count(selection(actor, filter, ofImport), settings.places() + 1);
  }

  @Override
  @Transactional
  public UUID start(
      Actor actor,
      PlaceFilter filter,
      @Nullable UUID ofImport,
      PrintLayout layout,
      String address,
      Instant now) {
    PrintTable.Selection selection = selection(actor, filter, ofImport);
    int count = prints.count(selection, settings.places() + 1);
    if (count == 0) {
      throw Refusal.invalid("places.print.refused.none");
    }
    if (count > settings.places()) {
      throw Refusal.invalid("places.print.refused.too-many", settings.places());
    }
    UUID id = UUID.randomUUID();
    prints.insert(id, actor.account(), layout, address, count, now);
    int places = prints.insertPlaces(id, selection);
    prints.setJob(id, jobs.start(new NewJob(KIND, id.toString(), places, actor.account())));
    audit.record(
        new Act(actor.account(), "places.print", null, null, id.toString(), places, List.of()));
    return id;
  }

  @Override
  public Print get(Actor actor, UUID id) {
    return print(find(actor, id));
  }

  @Override
  public List<Print> list(Actor actor) {
    actor.require(Permission.PLACES_READ);
    return prints.latest(actor.account()).stream().map(this::print).toList();
  }

  @Override
  public void write(Actor actor, UUID id, OutputStream out) throws IOException {
    PrintTable.Stored stored = find(actor, id);
    if (!isReady(stored)) {
      throw Refusal.conflict("places.print.refused.not-ready");
    }
    pages.join(
        IntStream.range(0, stored.parts())
            .mapToObj(number -> prints.part(stored.id(), number))
            .iterator(),
        out);
  }

  @Override
  public int most() {
    return settings.places();
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The position is how many places are drawn; a part that is drawn again changes nothing. */
  @Override
  public JobStep step(JobState job) {
    UUID id = UUID.fromString(job.argument());
    PrintTable.Stored stored =
        prints
            .find(id, job.startedBy())
            .orElseThrow(() -> Refusal.notFound("places.print.refused.not-found"));
    int drawn = job.position().isEmpty() ? 0 : Integer.parseInt(job.position());
    List<Long> numbers = prints.places(id, drawn, portion(stored));
    if (!numbers.isEmpty()) {
      Map<Long, PlaceCard> found = cards.byNumbers(numbers);
      List<PlaceCard> places = numbers.stream().map(found::get).filter(Objects::nonNull).toList();
      byte[] part =
          places.isEmpty() ? new byte[0] : pages.draw(places, stored.layout(), stored.address());
      prints.insertPart(id, drawn / portion(stored), part);
    }
    int done = drawn + numbers.size();
    return new JobStep(Integer.toString(done), done, stored.places(), done >= stored.places());
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
  void tidy() {
    prints.deleteOld(clock.instant().minus(Duration.ofHours(settings.hours())));
  }

  private PrintTable.Selection selection(Actor actor, PlaceFilter filter, @Nullable UUID ofImport) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_READ);
    Map<String, Object> values = new HashMap<>(scope.parameters());
    String sql = scope.sql() + " and p.status = 'open'";
    if (ofImport != null) {
      values.put("import", ofImport);
      values.put("importer", actor.account());
      sql +=
          """
           and p.number in (
            select r.place from places.import_row r
            join places.import i on i.id = r.import and i.account = :importer
            where r.import = :import and r.state in ('accepted', 'existing'))
          """;
    }
    return PlaceListTable.narrowed(sql, filter, values);
  }

  private PrintTable.Stored find(Actor actor, UUID id) {
    actor.require(Permission.PLACES_READ);
    return prints
        .find(id, actor.account())
        .orElseThrow(() -> Refusal.notFound("places.print.refused.not-found"));
  }

  private Print print(PrintTable.Stored stored) {
    return new Print(
        stored.id(),
        stored.createdAt(),
        stored.layout(),
        stored.places(),
        stored.job(),
        isReady(stored));
  }

  private boolean isReady(PrintTable.Stored stored) {
    return stored.parts() == Math.ceilDiv(stored.places(), portion(stored));
  }

  /** Only whole pages, so that every page but the last is full. */
  private int portion(PrintTable.Stored stored) {
    int perPage = stored.layout().perPage();
    return Math.max(perPage, settings.portionPlaces() / perPage * perPage);
  }
}
