package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Role;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.FormTexts;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.PersonFile;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.tracing.ContactClass;

/**
 * Everything held about one person, as the person may have it; what the law lets keep back is named
 * in {@code withheld}.
 *
 * @param request the number of the request that it answers
 * @param nationalCodes national codes that were read for the person in the resident's app
 * @param household how many people are known to live with the person
 * @param readings who read the data, the latest first; at most as many as the setting says
 */
public record AccessFile(
    long request,
    Instant madeAt,
    Identity identity,
    List<PersonFile.Entry> records,
    List<NationalCode> nationalCodes,
    int household,
    List<OwnVisit> visits,
    List<OwnDeclaration> declarations,
    List<InCase> cases,
    List<Asked> requests,
    List<Reading> readings,
    List<Withheld> withheld) {
  public AccessFile {
    records = List.copyOf(records);
    nationalCodes = List.copyOf(nationalCodes);
    visits = List.copyOf(visits);
    declarations = List.copyOf(declarations);
    cases = List.copyOf(cases);
    requests = List.copyOf(requests);
    readings = List.copyOf(readings);
    withheld = List.copyOf(withheld);
  }

  /** A stay of the person themselves; {@code place} is null where the place is gone. */
  public record OwnVisit(
      @Nullable PlaceCard place, Instant enteredAt, Instant leftAt, boolean departureInferred) {}

  /**
   * What the person declared, or somebody for them.
   *
   * @param answers each question with its answer, in the words of the form
   */
  public record OwnDeclaration(
      long number,
      String form,
      Instant declaredAt,
      DeclarationWay way,
      Level level,
      @Nullable PlaceCard place,
      List<FormTexts.Line> answers) {
    public OwnDeclaration {
      answers = List.copyOf(answers);
    }

    @Override
    public String toString() {
      return "OwnDeclaration[" + number + "]";
    }
  }

  /**
   * What a case holds about the person. A contact is told the class and the day, not where, how
   * long or through whom: that would name the source.
   *
   * @param number only of the person's own case
   * @param facts only of the person's own case
   * @param lastDay the day of the last exposure
   * @param withdrawn whether the evidence no longer supports the contact
   */
  public record InCase(
      @Nullable Long number,
      String disease,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable CaseFacts facts,
      @Nullable ContactClass contactClass,
      @Nullable Integer generation,
      @Nullable LocalDate lastDay,
      boolean withdrawn,
      @Nullable FollowUp followUp) {}

  /** A request that the person made before. */
  public record Asked(
      long number, RequestKind kind, Instant receivedAt, @Nullable Outcome outcome) {}

  /**
   * Somebody read or changed the data.
   *
   * @param act its kind in the audit record
   * @param role what the reader is here for; null where the account holds no role any more
   * @param unit where the role holds
   * @param purpose the purpose as chosen; notes typed besides are left out
   * @param officer display name; only on a formal request
   */
  public record Reading(
      Instant at,
      String act,
      boolean byProgram,
      @Nullable Role role,
      @Nullable Integer unit,
      @Nullable String purpose,
      @Nullable String officer) {}

  /** What is kept back, each for its reason. */
  public enum Withheld {
    /** Who the source of an exposure is. */
    SOURCE,
    /**
     * Where, when and how long the exposure was: with one's own visits it would name the source.
     */
    EXPOSURE,
    /** Notes of officers, which may name others. */
    NOTES,
    /** Who lives with the person. */
    HOUSEHOLD,
    /** Names of officers; given on a request in writing. */
    OFFICERS,
    /** Notes typed beside a purpose, which may name others. */
    PURPOSE_NOTES
  }

  @Override
  public String toString() {
    return "AccessFile[" + request + "]";
  }
}
