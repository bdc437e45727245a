package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.Filling;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Row;

/**
 * Declaring by a web form. Whoever types says who they are; the record is found or made as at a
 * door. A browser that sent the last declaration itself begins with those answers, and is shown no
 * more of who somebody is than the initials, by which a family with one phone tells its own apart.
 */
@Component
@Inside("whoever declares needs no account; the browser's own cookies are the right")
public class SelfDeclaring {
  private static final int SUGGESTED_UNITS = 8;

  private final FormBook forms;
  private final Declarations declarations;
  private final SaidUnit saidUnit;
  private final TooMany tooMany;
  private final People people;
  private final Places places;
  private final ProgramSettings program;

  SelfDeclaring(
      FormBook forms,
      Declarations declarations,
      SaidUnit saidUnit,
      TooMany tooMany,
      People people,
      Places places,
      ProgramSettings program) {
    this.forms = forms;
    this.declarations = declarations;
    this.saidUnit = saidUnit;
    this.tooMany = tooMany;
    this.people = people;
    this.places = places;
    this.program = program;
  }

  /**
   * A posted form.
   *
   * @param key made with the page, so that sending twice is sending once
   * @param fields by the engine's field keys
   * @param own whether the browser declares for its own person, whose identity is not asked again
   * @param person declares for this record, whose right the caller has checked; null where the
   *     answers say who it is
   * @param byPerson who declares for another, where known
   */
  public record Typed(
      UUID key,
      String form,
      Map<String, List<String>> fields,
      boolean own,
      @Nullable Long person,
      @Nullable Long byPerson,
      @Nullable UUID place,
      OwnPhone phone) {
    @Override
    public String toString() {
      return "Typed[" + key + "]";
    }
  }

  /**
   * What became of a posted form.
   *
   * @param submitted null where answers are wrong
   * @param newToken names the person's phone from now on; null where it was known or is another's
   * @param response what was understood, to be shown again with its faults
   */
  public record Sent(
      @Nullable Submitted submitted,
      @Nullable String newToken,
      Response response,
      List<AnswerFault> faults,
      List<Unit> meantUnits) {
    @Override
    public String toString() {
      return "Sent";
    }
  }

  /** The form that holds today, ready to be shown. */
  public Questionnaire questionnaire(String form, Instant now) {
    return form(form, now).questionnaire();
  }

  /** Whether a question says who somebody is, so that its stored answer is shown to nobody. */
  public boolean identifies(String form, String linkId, Instant now) {
    Meaning meaning = form(form, now).meanings().get(linkId);
    return meaning != null && meaning.identifies();
  }

  /** Whether a question asks for a commune or a province, which the page helps to find. */
  public @Nullable String unitLevel(String form, String linkId, Instant now) {
    Meaning meaning = form(form, now).meanings().get(linkId);
    boolean commune = meaning == Meaning.UNIT || linkId.endsWith("-commune");
    boolean province = meaning == Meaning.PROVINCE || linkId.endsWith("-province");
    return commune ? "commune" : province ? "province" : null;
  }

  /** The last declaration that this very browser sent for its own person. */
  public Optional<LatestAnswers> last(String form, OwnPhone phone) {
    OptionalLong person = person(phone);
    Long device = phone.device();
    return person.isEmpty() || device == null
        ? Optional.empty()
        : declarations.latestFrom(person.getAsLong(), form, device);
  }

  /** Whose declaration it was, masked. */
  public MaskedPerson whose(LatestAnswers last) {
    return Objects.requireNonNull(people.masked(Set.of(last.person())).get(last.person()));
  }

  /** The answers to begin with: everything but who somebody is. */
  public Response begin(String form, Optional<LatestAnswers> last, Instant now) {
    DeclaredForm found = form(form, now);
    Response empty = Forms.begin(found.questionnaire());
    return last.flatMap(SelfDeclaring::read)
        .map(response -> new Hiding(found).without(response))
        .orElse(empty);
  }

  /** "Nothing has changed": the last answers, declared anew. */
  public Sent same(UUID key, String form, @Nullable UUID place, OwnPhone phone, Instant now) {
    LatestAnswers last =
        last(form, phone).orElseThrow(() -> Refusal.conflict("declarations.refused.no-last"));
    DeclaredForm found = form(form, now);
    Response read = read(last).orElseThrow(() -> Refusal.conflict("declarations.refused.no-last"));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Row row : Forms.walk(found.questionnaire(), read)) {
      if (!row.answers().isEmpty()) {
        fields.put(row.key(), row.allShown());
      }
    }
    return send(new Typed(key, form, fields, true, null, null, place, phone), now);
  }

  /** What a posted form means so far, without judging or storing it. */
  public Sent read(String form, Map<String, List<String>> fields, Instant now) {
    Filling filling = Forms.fill(form(form, now).questionnaire(), fields, authored(now));
    return new Sent(null, null, filling.response(), List.of(), List.of());
  }

  /** Takes a posted form: stores it, or says every fault at its question. */
  public Sent send(Typed typed, Instant now) {
    DeclaredForm form = form(typed.form(), now);
    PlaceCard place = place(typed.place());
    tooMany.check(typed.phone().device(), place == null ? null : place.number());
    Optional<LatestAnswers> last =
        typed.own() ? last(typed.form(), typed.phone()) : Optional.empty();
    Map<String, List<String>> fields = new LinkedHashMap<>(typed.fields());
    last.flatMap(SelfDeclaring::read)
        .ifPresent(answers -> new Hiding(form).addIdentity(answers, fields));
    Filling filling = Forms.fill(form.questionnaire(), fields, authored(now));
    List<Fault> faults = new ArrayList<>(filling.faults());
    faults.addAll(form.faults(filling.response()));
    Said said = new Said(form, filling.response());
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    List<AnswerFault> all = new ArrayList<>(DeclarationCheck.faults(faults));
    Integer unit =
        saidUnit.inCharge(
            saidUnit.commune(said, today), place == null ? null : (Integer) place.unit());
    List<Unit> meant = List.of();
    boolean asked = last.isEmpty() && typed.person() == null;
    if (asked && unit == null && place == null && said.text(Meaning.UNIT) != null) {
      meant = saidUnit.meant(said, today, SUGGESTED_UNITS);
      all.add(
          new AnswerFault(
              "QuestionnaireResponse",
              linkId(form, Meaning.UNIT),
              meant.isEmpty() ? "unit-unknown" : "unit-several"));
    }
    try {
      Identity who =
          identity(
              typed,
              form,
              said,
              last,
              unit == null && place != null ? (Integer) place.unit() : unit,
              all,
              now);
      if (who == null || !all.isEmpty()) {
        return new Sent(null, null, filling.response(), all, meant);
      }
      return stored(typed, form, filling.response(), who, place, now);
    } catch (WrongAnswers wrong) {
      all.addAll(wrong.faults());
      return new Sent(null, null, filling.response(), all, meant);
    }
  }

  /** Whom a declaration is for, and whether this browser may from now on stand for the person. */
  private record Identity(long person, boolean ownPhone) {}

  private @Nullable Identity identity(
      Typed typed,
      DeclaredForm form,
      Said said,
      Optional<LatestAnswers> last,
      @Nullable Integer unit,
      List<AnswerFault> faults,
      Instant now) {
    if (typed.person() != null) {
      return new Identity(typed.person(), false);
    }
    if (last.isPresent()) {
      return new Identity(last.get().person(), false);
    }
    Claim claim = new SaidPerson(form, said).claim(unit, Source.RESIDENT);
    if (!faults.isEmpty()) {
      return null;
    }
    return new Identity(people.identify(claim, now).person(), !behalf(said));
  }

  private Sent stored(
      Typed typed,
      DeclaredForm form,
      Response response,
      Identity who,
      @Nullable PlaceCard place,
      Instant now) {
    Said said = new Said(form, response);
    boolean behalf = typed.byPerson() != null || (typed.person() == null && behalf(said));
    Submitted submitted =
        declarations.submit(
            null,
            new NewDeclaration(
                typed.key(),
                who.person(),
                typed.form(),
                form.version(),
                Forms.write(response),
                behalf ? DeclarationWay.BEHALF : DeclarationWay.OWN,
                place == null ? null : (Long) place.number(),
                typed.byPerson(),
                now,
                null,
                0,
                null,
                null,
                typed.phone().device(),
                typed.person() != null),
            now);
    String token =
        who.ownPhone() && !submitted.repeated() ? people.newDevice(who.person(), now) : null;
    return new Sent(submitted, token, response, List.of(), List.of());
  }

  private static boolean behalf(Said said) {
    return "true".equals(said.text(Meaning.BEHALF));
  }

  private OptionalLong person(OwnPhone phone) {
    return phone.token() == null ? OptionalLong.empty() : people.byDevice(phone.token());
  }

  private @Nullable PlaceCard place(@Nullable UUID id) {
    return id == null
        ? null
        : places.byPublicId(id).orElseThrow(() -> Refusal.notFound("declarations.refused.place"));
  }

  private DeclaredForm form(String code, Instant now) {
    return forms
        .on(code, LocalDate.ofInstant(now, program.zone()))
        .orElseThrow(() -> Refusal.notFound("declarations.refused.form"));
  }

  private String authored(Instant now) {
    return OffsetDateTime.ofInstant(now.truncatedTo(ChronoUnit.SECONDS), program.zone())
        .withOffsetSameInstant(ZoneOffset.ofHours(7))
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Optional<Response> read(LatestAnswers last) {
    return Forms.readResponse(last.responseJson())
            instanceof ResponseReading.Accepted(Response read)
        ? Optional.of(read)
        : Optional.empty();
  }

  private static String linkId(DeclaredForm form, Meaning meaning) {
    return form.meanings().entrySet().stream()
        .filter(one -> one.getValue() == meaning)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
