package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Response;

/** Declarations that another system, or an officer, sends for somebody. */
@Component
public class DeclarationIntake {
  private final Declarations declarations;
  private final FormBook forms;
  private final SaidUnit saidUnit;
  private final People people;
  private final Places places;
  private final ProgramSettings program;

  DeclarationIntake(
      Declarations declarations,
      FormBook forms,
      SaidUnit saidUnit,
      People people,
      Places places,
      ProgramSettings program) {
    this.declarations = declarations;
    this.forms = forms;
    this.saidUnit = saidUnit;
    this.people = people;
    this.places = places;
    this.program = program;
  }

  /**
   * A declaration by public ids; the response names its form by canonical address.
   *
   * @param person null where the answers say who it is
   * @param declaredAt null for now
   */
  public record Asked(
      @Nullable UUID key,
      @Nullable UUID person,
      @Nullable UUID place,
      DeclarationWay way,
      @Nullable Instant declaredAt,
      @Nullable Instant originalAt,
      int clockCorrectionSeconds,
      @Nullable String paperSerial,
      String response) {
    @Override
    public String toString() {
      return "Asked[" + key + "]";
    }
  }

  /**
   * Takes a declaration; DECLARATIONS_WRITE as {@link Declarations#submit}. A person whom the
   * answers name is found or made in the same transaction, so that nobody is made of wrong answers.
   *
   * @throws WrongAnswers with every fault and its path
   */
  @Transactional
  public Submitted take(Actor actor, Asked asked, Instant now) {
    actor.require(Permission.DECLARATIONS_WRITE);
    UUID key = asked.key();
    if (key == null) {
      throw Refusal.invalid("declarations.refused.key");
    }
    Instant declaredAt = asked.declaredAt() == null ? now : asked.declaredAt();
    LocalDate day = LocalDate.ofInstant(declaredAt, program.zone());
    Response response = DeclarationCheck.read(asked.response());
    DeclaredForm form =
        forms
            .named(response.questionnaire(), day)
            .orElseThrow(() -> Refusal.invalid("declarations.refused.form"));
    DeclarationCheck.requireRight(form, response, false);
    PlaceCard place =
        asked.place() == null
            ? null
            : places
                .byPublicId(asked.place())
                .orElseThrow(() -> Refusal.notFound("declarations.refused.place"));
    return declarations.submit(
        actor,
        new NewDeclaration(
                key,
                person(asked, form, response, place, day, now),
                form.code(),
                form.version(),
                Forms.write(response),
                asked.way(),
                place == null ? null : (Long) place.number(),
                null,
                declaredAt,
                asked.originalAt(),
                asked.clockCorrectionSeconds(),
                asked.paperSerial())
            .byProof(),
        now);
  }

  private long person(
      Asked asked,
      DeclaredForm form,
      Response response,
      @Nullable PlaceCard place,
      LocalDate day,
      Instant now) {
    if (asked.person() != null) {
      return people
          .byPublicId(asked.person())
          .orElseThrow(() -> Refusal.notFound("declarations.refused.person"));
    }
    Said said = new Said(form, response);
    Integer declared = saidUnit.commune(said, day);
    Integer unit = declared == null && place != null ? (Integer) place.unit() : declared;
    return people.identify(new SaidPerson(form, said).claim(unit, Source.IMPORT), now).person();
  }
}
