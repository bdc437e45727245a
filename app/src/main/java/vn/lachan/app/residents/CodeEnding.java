package vn.lachan.app.residents;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.NationalCodes;
import vn.lachan.app.people.PersonalCodes;

/** Ends codes of an account, in the caller's transaction: gates refuse them from now on. */
@Component
class CodeEnding {
  private final OwnCodeTable table;
  private final PersonalCodes codes;
  private final NationalCodes nationalCodes;

  CodeEnding(OwnCodeTable table, PersonalCodes codes, NationalCodes nationalCodes) {
    this.table = table;
    this.codes = codes;
    this.nationalCodes = nationalCodes;
  }

  /** Those of a device that is signed out. */
  void ofDevice(long account, long device, Instant now) {
    end(table.standing(account, device, null), now);
  }

  /**
   * Those of somebody who leaves the account.
   *
   * @param member null for everybody
   */
  void ofMember(long account, @Nullable Long member, Instant now) {
    end(table.standing(account, null, member), now);
  }

  /** The account no longer answers for them: it shows no national code of theirs either. */
  void ofPersons(UUID account, Collection<Long> persons) {
    persons.forEach(person -> nationalCodes.remove(person, account));
  }

  void end(List<OwnCodeTable.Row> rows, Instant now) {
    for (OwnCodeTable.Row row : rows) {
      codes.revoke(row.person(), row.issue(), now);
      table.end(row.issue(), now);
    }
  }
}
