package vn.lachan.app.people;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/** Wraps each person's key with the newest version of the master key. */
@Component
class KeyRewrapping implements LongWork {
  static final String KIND = "people.rewrap";

  private static final int PERSONS_A_STEP = 500;

  private final KeyTable table;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  KeyRewrapping(KeyTable table, Keyring keyring, TransactionTemplate transactions) {
    this.table = table;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    int newest = keyring.masterVersion();
    List<Long> done =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  List<PersonRow> rows =
                      table.wrappedByOther(newest, PersonWork.after(job), PERSONS_A_STEP);
                  rows.forEach(row -> wrap(row, newest));
                  return rows.stream().map(PersonRow::number).toList();
                }));
    return PersonWork.next(job, done, PERSONS_A_STEP);
  }

  private void wrap(PersonRow row, int newest) {
    Sealed sealed = Objects.requireNonNull(row.sealed());
    table.wrap(
        row.number(), keyring.rewrap(sealed.wrappedKey(), row.publicId().toString()), newest);
  }
}
