package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.Filling;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;

/**
 * Declaring from a sheet of paper that somebody keyed: first judged without a trace, then taken.
 * Who somebody is stands in the answers; the person is found or made when the sheet is taken.
 */
@Component
@Inside("paper has checked that the sheet lies in a batch that was given to the account")
public class SheetDeclaring {
  private static final UUID NO_KEY = new UUID(0, 0);

  private final FormBook forms;
  private final Declarations declarations;
  private final DeclarationCheck check;
  private final SaidUnit saidUnit;
  private final People people;
  private final DeclarationsSettings settings;
  private final ProgramSettings program;

  SheetDeclaring(
      FormBook forms,
      Declarations declarations,
      DeclarationCheck check,
      SaidUnit saidUnit,
      People people,
      DeclarationsSettings settings,
      ProgramSettings program) {
    this.forms = forms;
    this.declarations = declarations;
    this.check = check;
    this.saidUnit = saidUnit;
    this.people = people;
    this.settings = settings;
    this.program = program;
  }

  /**
   * A sheet as it was keyed.
   *
   * @param fields by the engine's field keys
   * @param writtenAt when it was filled in
   * @param unit the commune that is in charge where the answers name none
   */
  public record Sheet(
      String form,
      String version,
      Map<String, List<String>> fields,
      Instant writtenAt,
      @Nullable Long place,
      int unit,
      String serial) {
    @Override
    public String toString() {
      return "Sheet[" + serial + "]";
    }
  }

  /**
   * What a sheet means.
   *
   * @param dayFault the message key of why nothing written on that day is taken; null where it is
   * @param level by its answers alone; null where anything is wrong
   */
  public record Judged(
      Response response,
      List<AnswerFault> faults,
      @Nullable String dayFault,
      @Nullable Level level) {
    @Override
    public String toString() {
      return "Judged" + faults;
    }
  }

  /**
   * The form of a version that was printed, whether or not it still holds.
   *
   * @throws Refusal {@code declarations.refused.form}
   */
  public Questionnaire questionnaire(String form, String version) {
    return form(form, version).questionnaire();
  }

  /** The name on a sheet, for whoever decides what stands on it; empty where none was keyed. */
  public String name(String form, String version, Response response) {
    String name = new Said(form(form, version), response).text(Meaning.NAME);
    return name == null ? "" : name;
  }

  /**
   * Judges a sheet; nothing is stored, nobody is looked up.
   *
   * @throws Refusal where its place or its length cannot be
   */
  public Judged judge(Sheet sheet, Instant now) {
    DeclaredForm form = form(sheet.form(), sheet.version());
    Filling filling = Forms.fill(form.questionnaire(), sheet.fields(), authored(sheet.writtenAt()));
    String json = Forms.write(filling.response());
    check.checkSize(declaration(NO_KEY, 0, sheet, json));
    String dayFault = dayFault(form, sheet, now);
    List<Fault> faults = new ArrayList<>(filling.faults());
    faults.addAll(form.faults(filling.response()));
    List<AnswerFault> all = new ArrayList<>(DeclarationCheck.faults(faults));
    try {
      Said said = new Said(form, filling.response());
      new SaidPerson(form, said).claim(sheet.unit(), Source.KEEPER);
    } catch (WrongAnswers wrong) {
      all.addAll(wrong.faults());
    }
    Level level =
        all.isEmpty() && dayFault == null
            ? check.saidLevel(sheet.form(), sheet.version(), json, sheet.writtenAt())
            : null;
    return new Judged(filling.response(), all, dayFault, level);
  }

  /**
   * Takes a sheet; the same key again changes nothing.
   *
   * @throws WrongAnswers with every fault of its answers
   * @throws Refusal where nothing written on that day is taken
   */
  @Transactional
  public Submitted take(UUID key, Sheet sheet, long account, Instant now) {
    Judged judged = judge(sheet, now);
    if (!judged.faults().isEmpty()) {
      throw new WrongAnswers(judged.faults());
    }
    if (judged.dayFault() != null) {
      throw Refusal.invalid(judged.dayFault());
    }
    DeclaredForm form = form(sheet.form(), sheet.version());
    Said said = new Said(form, judged.response());
    Integer declared = saidUnit.inCharge(saidUnit.commune(said, day(sheet)), sheet.unit());
    int unit = declared == null ? sheet.unit() : declared;
    long person =
        people.identify(new SaidPerson(form, said).claim(unit, Source.KEEPER), now).person();
    return declarations.submitFor(
        account, declaration(key, person, sheet, Forms.write(judged.response())), now);
  }

  private static NewDeclaration declaration(UUID key, long person, Sheet sheet, String json) {
    return new NewDeclaration(
        key,
        person,
        sheet.form(),
        sheet.version(),
        json,
        DeclarationWay.PAPER,
        sheet.place(),
        null,
        sheet.writtenAt(),
        null,
        0,
        sheet.serial(),
        sheet.unit(),
        null,
        false);
  }

  private DeclaredForm form(String code, String version) {
    return forms
        .version(code, version)
        .orElseThrow(() -> Refusal.notFound("declarations.refused.form"));
  }

  private @Nullable String dayFault(DeclaredForm form, Sheet sheet, Instant now) {
    if (check.isAhead(sheet.writtenAt(), now)) {
      return "declarations.sheet.future";
    }
    if (check.isOver(sheet.writtenAt(), now)) {
      return "declarations.sheet.old";
    }
    return form.isTaken(day(sheet), settings.oldFormDays()) ? null : "declarations.sheet.form";
  }

  private LocalDate day(Sheet sheet) {
    return LocalDate.ofInstant(sheet.writtenAt(), program.zone());
  }

  private String authored(Instant at) {
    return OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), program.zone())
        .withOffsetSameInstant(ZoneOffset.ofHours(7))
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
