package vn.lachan.app.people;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/**
 * Makes each person's hashes and tokens with the newest version of the look-up key. Hashes of a
 * device cannot be made from what is sealed; they move when the device is used next.
 */
@Component
class KeyRehashing implements LongWork {
  static final String KIND = "people.rehash";

  private static final int PERSONS_A_STEP = 200;

  private final KeyTable table;
  private final LookupTable lookups;
  private final NameIndexing names;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  KeyRehashing(
      KeyTable table,
      LookupTable lookups,
      NameIndexing names,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.table = table;
    this.lookups = lookups;
    this.names = names;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    int newest = keyring.lookupVersion();
    List<Long> done =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  List<PersonRow> rows =
                      table.hashedByOther(newest, PersonWork.after(job), PERSONS_A_STEP);
                  rows.forEach(this::hash);
                  return rows.stream().map(PersonRow::number).toList();
                }));
    return PersonWork.next(job, done, PERSONS_A_STEP);
  }

  private void hash(PersonRow row) {
    StoredIdentity identity = row.opened(keyring);
    lookups.replace(row.number(), LookupValue.of(identity, row.unit()));
    names.write(row.number(), identity);
  }
}
