package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.FaultCode;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Value;
import vn.lachan.engine.form.WarningOutcome;

/** Reads a declaration's answers: what is wrong, what follows, who is in charge. */
@Component
class DeclarationCheck {
  private static final int SERIAL_LETTERS = 40;

  /** "Từ nước ngoài về trong 21 ngày": the longer of the two terms in use in 2021. */
  private static final int ENTRY_DAYS = 21;

  private final FormBook forms;
  private final SaidUnit saidUnit;
  private final SaidPlaces saidPlaces;
  private final Listing listing;
  private final People people;
  private final Places places;
  private final Units units;
  private final ProgramSettings program;
  private final DeclarationsSettings settings;

  DeclarationCheck(
      FormBook forms,
      SaidUnit saidUnit,
      SaidPlaces saidPlaces,
      Listing listing,
      People people,
      Places places,
      Units units,
      ProgramSettings program,
      DeclarationsSettings settings) {
    this.forms = forms;
    this.saidUnit = saidUnit;
    this.saidPlaces = saidPlaces;
    this.listing = listing;
    this.people = people;
    this.places = places;
    this.units = units;
    this.program = program;
    this.settings = settings;
  }

  /**
   * Everything but whether it may be stored.
   *
   * @param known facts of the person that the rules ask besides the answers
   * @param listed what is public about areas and places
   * @throws WrongAnswers with every fault
   */
  CheckedDeclaration check(
      NewDeclaration declaration, Set<String> known, Listing.Listed listed, Instant now) {
    checkEnvelope(declaration, now);
    LocalDate day = LocalDate.ofInstant(declaration.declaredAt(), program.zone());
    DeclaredForm form =
        forms
            .version(declaration.form(), declaration.formVersion())
            .filter(found -> found.isTaken(day, settings.oldFormDays()))
            .orElseThrow(() -> Refusal.invalid("declarations.refused.form"));
    Response response =
        response(form, declaration.responseJson(), declaration.way() == DeclarationWay.GATE);
    Said said = new Said(form, response);
    Told told = told(said, declaration.declaredAt(), day);
    Set<String> facts = facts(said, told, listed, declaration.declaredAt(), day);
    Level byAnswers = level(form.judge(response, day, facts));
    facts.addAll(known);
    WarningOutcome outcome = form.judge(response, day, facts);
    return new CheckedDeclaration(
        declaration,
        unit(declaration, said, day),
        level(outcome),
        byAnswers,
        outcome.fired(),
        told.stays(),
        told.journey());
  }

  /** The level by the answers and what is public, for whoever typed them. */
  Level saidLevel(String form, String version, String json, Instant declaredAt) {
    LocalDate day = LocalDate.ofInstant(declaredAt, program.zone());
    return forms
        .version(form, version)
        .map(found -> judged(found, read(json), Set.of(), declaredAt, day))
        .map(DeclarationCheck::level)
        .orElse(Level.GREEN);
  }

  private static Level level(WarningOutcome outcome) {
    return Level.valueOf(outcome.level().name());
  }

  /** What the rules of that day say of answers; facts of the answers are found here. */
  WarningOutcome judged(
      DeclaredForm form, Response response, Set<String> known, Instant declaredAt, LocalDate day) {
    return form.judge(response, day, facts(form, response, known, declaredAt, day));
  }

  /** The facts of answers and what is public, with those known otherwise. */
  Set<String> facts(
      DeclaredForm form, Response response, Set<String> known, Instant declaredAt, LocalDate day) {
    Said said = new Said(form, response);
    Set<String> facts = new HashSet<>(known);
    facts.addAll(
        facts(
            said,
            told(said, declaredAt, day),
            listing.between(declaredAt, declaredAt),
            declaredAt,
            day));
    return facts;
  }

  /** Where answers say that somebody was and travelled. */
  private record Told(@Nullable Integer home, List<SaidStay> stays, @Nullable SaidJourney journey) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  private Told told(Said said, Instant declaredAt, LocalDate day) {
    return new Told(
        saidUnit.commune(said, day),
        saidPlaces.stays(said, declaredAt),
        saidPlaces.journey(said, day));
  }

  private Set<String> facts(
      Said said, Told told, Listing.Listed listed, Instant declaredAt, LocalDate day) {
    Set<String> facts = new HashSet<>();
    if (enteredLately(said, day)) {
      facts.add("recent-entry");
    }
    if (listing.isListed(listed, told.home(), told.stays(), told.journey(), declaredAt)) {
      facts.add("listed-area");
    }
    return facts;
  }

  /**
   * Whether the actor may enter it: over its place, or over the commune in charge.
   *
   * @throws Refusal {@code declarations.refused.reach}
   */
  void permit(Actor actor, CheckedDeclaration checked) {
    Reach reach = actor.require(Permission.DECLARATIONS_WRITE);
    Long place = checked.declaration().place();
    boolean within =
        reach.isEverywhere()
            || (place != null && reach.places().contains(place))
            || reach.units().stream().anyMatch(unit -> units.contains(unit, checked.unit()))
            || (place != null && reachesPlace(reach, place));
    if (!within) {
      throw Refusal.forbidden("declarations.refused.reach");
    }
  }

  private static boolean enteredLately(Said said, LocalDate day) {
    return said.value(Meaning.ENTRY_DATE) instanceof Value.Day(String entered)
        && entered.length() == day.toString().length()
        && !LocalDate.parse(entered).isBefore(day.minusDays(ENTRY_DAYS));
  }

  static List<AnswerFault> faults(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                new AnswerFault(
                    fault.path(),
                    fault.linkId(),
                    fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .toList();
  }

  /** All but the answers: the times, the serial, the place. */
  private void checkEnvelope(NewDeclaration declaration, Instant now) {
    if (isAhead(declaration.declaredAt(), now)) {
      throw Refusal.invalid("declarations.refused.future");
    }
    if (isOver(declaration.declaredAt(), now)) {
      throw Refusal.invalid("declarations.refused.old", settings.retentionDays());
    }
    checkSize(declaration);
  }

  boolean isAhead(Instant declaredAt, Instant now) {
    return declaredAt.isAfter(now.plus(Duration.ofMinutes(settings.futureMinutes())));
  }

  /** Whether it would be dropped as soon as it was taken. */
  boolean isOver(Instant declaredAt, Instant now) {
    return declaredAt.isBefore(now.minus(Duration.ofDays(settings.retentionDays())));
  }

  /** Length, serial and place. */
  void checkSize(NewDeclaration declaration) {
    if (declaration.responseJson().length() > settings.responseLetters()) {
      throw new Refusal(
          Refusal.Kind.TOO_LARGE, "declarations.refused.too-large", settings.responseLetters());
    }
    String serial = declaration.paperSerial();
    if (serial != null && serial.length() > SERIAL_LETTERS) {
      throw Refusal.invalid("declarations.refused.serial");
    }
    Long place = declaration.place();
    if (place != null && places.find(place).isEmpty()) {
      throw Refusal.notFound("declarations.refused.place");
    }
  }

  static Response read(String json) {
    return switch (Forms.readResponse(json)) {
      case ResponseReading.Accepted(Response read) -> read;
      case ResponseReading.Refused(List<Fault> faults) -> throw new WrongAnswers(faults(faults));
    };
  }

  private static Response response(DeclaredForm form, String json, boolean namedByScan) {
    Response response = read(json);
    requireRight(form, response, namedByScan);
    return response;
  }

  /**
   * Whether the form allows these answers.
   *
   * @param namedByScan who it is was scanned, so questions for it may be left out
   */
  static void requireRight(DeclaredForm form, Response response, boolean namedByScan) {
    List<Fault> faults =
        form.faults(response).stream()
            .filter(fault -> !namedByScan || !isOfIdentity(form, fault))
            .toList();
    if (!faults.isEmpty()) {
      throw new WrongAnswers(faults(faults));
    }
  }

  private static boolean isOfIdentity(DeclaredForm form, Fault fault) {
    Meaning meaning = form.meanings().get(fault.linkId());
    return fault.code() == FaultCode.ANSWER_MISSING && meaning != null && meaning.identifies();
  }

  /** As declared, else as the sender knows, else as the record says, else that of the place. */
  private int unit(NewDeclaration declaration, Said said, LocalDate day) {
    Integer declared = saidUnit.inCharge(saidUnit.commune(said, day), here(declaration));
    if (declared != null) {
      return declared;
    }
    if (declaration.unit() != null && units.find(declaration.unit()).isPresent()) {
      return declaration.unit();
    }
    Integer residence =
        people.residenceUnits(Set.of(declaration.person())).get(declaration.person());
    return residence != null ? residence : unitOfPlace(declaration.place());
  }

  private @Nullable Integer here(NewDeclaration declaration) {
    Long place = declaration.place();
    return place == null
        ? declaration.unit()
        : places.find(place).map(PlaceCard::unit).orElse(declaration.unit());
  }

  private int unitOfPlace(@Nullable Long place) {
    Optional<PlaceCard> card = place == null ? Optional.empty() : places.find(place);
    return card.map(PlaceCard::unit)
        .orElseThrow(() -> Refusal.invalid("declarations.refused.unit"));
  }

  private boolean reachesPlace(Reach reach, long place) {
    return places
        .find(place)
        .filter(card -> reach.units().stream().anyMatch(unit -> units.contains(unit, card.unit())))
        .isPresent();
  }
}
