package vn.lachan.app.residents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.declarations.LatestAnswers;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.RequestRow;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * What an account is shown of one of its people: what was typed in it and done through it, and who
 * read the record since. What others recorded is given on a request, when an officer has made sure
 * who asks.
 *
 * @param national the national code that this account had read; null where none was
 * @param codes signed codes of this account that stand
 * @param declaration the last one that this account sent for the person
 * @param visits of the days that are shown, recorded by this account
 */
public record OwnFile(
    Member member,
    PhoneNumber phone,
    Instant madeAt,
    int codes,
    @Nullable NationalCode national,
    List<AccessFile.OwnVisit> visits,
    @Nullable LatestAnswers declaration,
    List<AccessFile.Reading> readings,
    List<RequestRow> requests) {
  public OwnFile {
    visits = List.copyOf(visits);
    readings = List.copyOf(readings);
    requests = List.copyOf(requests);
  }

  /** What officers and other accounts did. */
  public List<AccessFile.Reading> byOfficers() {
    return readings.stream().filter(reading -> !reading.byProgram()).toList();
  }

  /** What the program did, mostly at the resident's own request. */
  public List<AccessFile.Reading> byProgram() {
    return readings.stream().filter(AccessFile.Reading::byProgram).toList();
  }

  @Override
  public String toString() {
    return "OwnFile[" + member.id() + "]";
  }
}
