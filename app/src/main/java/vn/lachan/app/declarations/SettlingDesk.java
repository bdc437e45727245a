package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.ResponseReading;

/** What officers do with places that people named in their own words. */
@Component
@Transactional
class SettlingDesk implements DeclaredPlaces {
  private static final Duration BACK = Duration.ofDays(30);

  private final SettlingTable table;
  private final DeclarationListTable declarations;
  private final DeclarationReading reading;
  private final FormBook forms;
  private final StayMatching matching;
  private final LikePlaces like;
  private final Places places;
  private final Accounts accounts;
  private final Audit audit;
  private final ProgramSettings program;

  SettlingDesk(
      SettlingTable table,
      DeclarationListTable declarations,
      DeclarationReading reading,
      FormBook forms,
      StayMatching matching,
      LikePlaces like,
      Places places,
      Accounts accounts,
      Audit audit,
      ProgramSettings program) {
    this.table = table;
    this.declarations = declarations;
    this.reading = reading;
    this.forms = forms;
    this.matching = matching;
    this.like = like;
    this.places = places;
    this.accounts = accounts;
    this.audit = audit;
    this.program = program;
  }

  /** Not read-only: reading somebody's words is an act. */
  @Override
  public Page<UnsettledPlace> unsettled(
      Actor actor, @Nullable String after, int rows, Instant now) {
    Reach reach = actor.require(Permission.DECLARATIONS_OPEN);
    int size = Limits.pageRows(rows);
    Page<SettlingTable.Words> page =
        Page.of(table.unsettled(reach, now.minus(BACK), after, size + 1), size, SettlingTable::key);
    Map<Long, String> texts = texts(actor, page.rows());
    return page.map(
        words -> {
          String text = texts.getOrDefault(words.whole(), "");
          return view(words, text, like.named(actor, text), null);
        });
  }

  @Override
  public List<UnsettledPlace> settled(Actor actor, int rows) {
    Reach reach = actor.require(Permission.DECLARATIONS_OPEN);
    List<SettlingTable.Words> found = table.settled(reach, Limits.pageRows(rows));
    Map<Long, String> texts = texts(actor, found);
    Set<Long> officers = new TreeSet<>();
    Set<Long> numbers = new TreeSet<>();
    for (SettlingTable.Words words : found) {
      officers.add(Objects.requireNonNullElse(words.settledBy(), 0L));
      numbers.add(Objects.requireNonNullElse(words.place(), 0L));
    }
    Map<Long, String> names = officers.isEmpty() ? Map.of() : accounts.names(officers);
    Map<Long, PlaceCard> cards = numbers.isEmpty() ? Map.of() : places.cards(numbers);
    return found.stream()
        .filter(words -> words.place() != null && cards.containsKey(words.place()))
        .map(
            words ->
                view(
                    words,
                    texts.getOrDefault(words.whole(), ""),
                    List.of(),
                    new UnsettledPlace.Settled(
                        Objects.requireNonNull(cards.get(Objects.requireNonNull(words.place()))),
                        names.getOrDefault(words.settledBy(), ""),
                        Objects.requireNonNull(words.settledAt()))))
        .toList();
  }

  @Override
  public int settle(Actor actor, long words, UUID place, Instant now) {
    Reach reach = right(actor);
    int settled = table.settle(reach, words, number(place), actor.account(), now);
    if (settled == 0) {
      throw Refusal.conflict("declarations.refused.settled");
    }
    record(actor, "declarations.settle-place", place, settled);
    return settled;
  }

  @Override
  public int unsettle(Actor actor, long words, UUID place) {
    Reach reach = right(actor);
    int undone = table.unsettle(reach, words, number(place));
    if (undone == 0) {
      throw Refusal.conflict("declarations.refused.settled");
    }
    record(actor, "declarations.unsettle-place", place, undone);
    return undone;
  }

  private static Reach right(Actor actor) {
    actor.require(Permission.DECLARATIONS_OPEN);
    return actor.require(Permission.DECLARATIONS_WRITE);
  }

  private void record(Actor actor, String kind, UUID place, int rows) {
    audit.record(new Act(actor.account(), kind, null, null, place.toString(), rows, List.of()));
  }

  private long number(UUID place) {
    return places
        .byPublicId(place)
        .map(PlaceCard::number)
        .orElseThrow(() -> Refusal.notFound("declarations.refused.place"));
  }

  /** The words themselves, out of one sealed declaration each; one act about all whose they are. */
  private Map<Long, String> texts(Actor actor, List<SettlingTable.Words> found) {
    Map<Long, String> texts = new HashMap<>();
    List<DeclarationListTable.Row> samples =
        declarations.byNumbers(found.stream().map(SettlingTable.Words::sample).toList());
    for (DeclarationListTable.Row row : samples) {
      for (Said.Stay stay : stays(row)) {
        if (stay.place() != null) {
          texts.putIfAbsent(matching.whole(stay.place()), stay.place());
        }
      }
    }
    if (!samples.isEmpty()) {
      audit.record(
          new Act(
              actor.account(),
              "declarations.read-places",
              null,
              null,
              null,
              samples.size(),
              samples.stream().map(DeclarationListTable.Row::person).distinct().toList()));
    }
    return texts;
  }

  private List<Said.Stay> stays(DeclarationListTable.Row row) {
    Optional<DeclaredForm> form = forms.version(row.form(), row.formVersion());
    Optional<String> answers = reading.answers(row);
    if (form.isEmpty()
        || answers.isEmpty()
        || !(Forms.readResponse(answers.get()) instanceof ResponseReading.Accepted(var read))) {
      return List.of();
    }
    return new Said(form.get(), read).stays(row.declaredAt(), program.zone());
  }

  private static UnsettledPlace view(
      SettlingTable.Words words,
      String text,
      List<PlaceCard> suggested,
      UnsettledPlace.@Nullable Settled settled) {
    return new UnsettledPlace(
        words.whole(),
        text,
        words.stays(),
        words.persons(),
        words.from(),
        words.to(),
        suggested.stream().map(UnsettledPlace.Suggestion::new).toList(),
        settled);
  }
}
