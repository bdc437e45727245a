package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Row;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;

/**
 * Declaring for people whom the app of a resident knows already: who they are is filled in from
 * what was typed there, and only the other questions are asked.
 */
@Component
@Inside("the persons are the resident's own, whose phone is proved")
public class FamilyDeclaring {
  /** The form of the whole population. */
  public static final String RESIDENTS = "residents";

  private static final String NOT_STATED = "Không nêu";

  private final SelfDeclaring declaring;
  private final Declarations declarations;
  private final FormBook forms;
  private final Units units;
  private final ProgramSettings program;

  FamilyDeclaring(
      SelfDeclaring declaring,
      Declarations declarations,
      FormBook forms,
      Units units,
      ProgramSettings program) {
    this.declaring = declaring;
    this.declarations = declarations;
    this.forms = forms;
    this.units = units;
    this.program = program;
  }

  /**
   * Whom a declaration is for, as typed in the app.
   *
   * @param byPerson who declares; null where the person does
   */
  public record Who(
      long person,
      @Nullable Long byPerson,
      String name,
      int birthYear,
      @Nullable Sex sex,
      PhoneNumber phone,
      @Nullable Integer unit,
      @Nullable String address) {
    @Override
    public String toString() {
      return "Who[***]";
    }
  }

  /** What this account declared last for the person. */
  public Optional<LatestAnswers> last(String form, long person, OwnPhone phone) {
    Long device = phone.device();
    return device == null ? Optional.empty() : declarations.latestFrom(person, form, device);
  }

  /** How persons stand by what this account declared last for them; others miss. */
  public Map<Long, DeclaredState> states(Collection<Long> persons, OwnPhone phone) {
    Long device = phone.device();
    return device == null ? Map.of() : declarations.statesFrom(persons, device);
  }

  /** Takes the answers to all questions but those that say who somebody is. */
  public SelfDeclaring.Sent send(
      UUID key,
      String form,
      Map<String, List<String>> answers,
      Who who,
      OwnPhone phone,
      Instant now) {
    DeclaredForm found = found(form, now);
    Map<String, List<String>> fields = new LinkedHashMap<>(answers);
    for (Row row : Forms.walk(found.questionnaire(), Forms.begin(found.questionnaire()))) {
      Meaning meaning = found.meanings().get(row.item().linkId());
      if (meaning != null && (meaning.identifies() || meaning == Meaning.BEHALF)) {
        fields.put(row.key(), said(meaning, row.item(), who));
      }
    }
    return declaring.send(
        new SelfDeclaring.Typed(
            key, form, fields, false, who.person(), who.byPerson(), null, phone),
        now);
  }

  /**
   * "Nothing has changed": what this account declared last, declared anew.
   *
   * @throws Refusal {@code declarations.refused.no-last}
   */
  public SelfDeclaring.Sent same(UUID key, String form, Who who, OwnPhone phone, Instant now) {
    Response read =
        last(form, who.person(), phone)
            .flatMap(FamilyDeclaring::read)
            .orElseThrow(() -> Refusal.conflict("declarations.refused.no-last"));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Row row : Forms.walk(found(form, now).questionnaire(), read)) {
      if (!row.answers().isEmpty()) {
        fields.put(row.key(), row.allShown());
      }
    }
    return send(key, form, fields, who, phone, now);
  }

  private List<String> said(Meaning meaning, Item item, Who who) {
    String text =
        switch (meaning) {
          case NAME -> who.name();
          case BIRTH_YEAR -> Integer.toString(who.birthYear());
          case SEX -> sex(who.sex());
          case PHONE -> who.phone().national();
          case UNIT -> who.unit() == null ? "" : units.path(who.unit());
          case PROVINCE -> province(who.unit());
          case ADDRESS -> Objects.requireNonNullElse(who.address(), NOT_STATED);
          case BEHALF -> who.byPerson() == null ? "" : "true";
          default -> item.required() ? NOT_STATED : "";
        };
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static String sex(@Nullable Sex sex) {
    return switch (sex) {
      case MALE -> "male";
      case FEMALE -> "female";
      case null -> "other";
    };
  }

  private String province(@Nullable Integer unit) {
    return unit == null
        ? ""
        : units.ancestors(unit).stream().map(Unit::fullName).reduce((_, last) -> last).orElse("");
  }

  private DeclaredForm found(String form, Instant now) {
    return forms
        .on(form, LocalDate.ofInstant(now, program.zone()))
        .orElseThrow(() -> Refusal.notFound("declarations.refused.form"));
  }

  private static Optional<Response> read(LatestAnswers last) {
    return Forms.readResponse(last.responseJson())
            instanceof ResponseReading.Accepted(Response read)
        ? Optional.of(read)
        : Optional.empty();
  }
}
