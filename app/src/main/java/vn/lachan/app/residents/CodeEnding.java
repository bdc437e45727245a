package vn.lachan.app.residents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.PersonalCodes;

/** Ends codes of an account, in the caller's transaction: gates refuse them from now on. */
@Component
class CodeEnding {
  private final OwnCodeTable table;
  private final PersonalCodes codes;

  CodeEnding(OwnCodeTable table, PersonalCodes codes) {
    this.table = table;
    this.codes = codes;
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

  void end(List<OwnCodeTable.Row> rows, Instant now) {
    for (OwnCodeTable.Row row : rows) {
      codes.revoke(row.person(), row.issue(), now);
      table.end(row.issue(), now);
    }
  }
}
