package vn.lachan.app.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;

/**
 * The front door of the audit record. {@link #record} must be called inside the transaction of the
 * act itself, so that an act without its entry, or an entry without its act, cannot be committed.
 */
@Component
public class Audit {
  private final EntryTable entries;

  Audit(EntryTable entries) {
    this.entries = entries;
  }

  /** Writes the entry of an act in the caller's transaction; without one it starts its own. */
  @Inside("every module records its own acts, inside their transactions")
  @Transactional(propagation = Propagation.REQUIRED)
  public void record(Act act) {
    entries.insert(act, MDC.get("correlation"));
  }

  /** The latest entries first; for auditors, who are checked by the caller. */
  @Inside("the record lies below the accounts; the page of auditors asks for the permission")
  @Transactional(readOnly = true)
  public Page<Entry> entries(EntryFilter filter, int rows) {
    return entries.page(filter, rows);
  }

  /** One entry with everybody it concerns and its place in the sealed record. */
  @Inside("the record lies below the accounts; the page of auditors asks for the permission")
  @Transactional(readOnly = true)
  public Optional<EntryDetail> entry(long number) {
    return entries
        .byNumber(number)
        .map(
            entry ->
                new EntryDetail(
                    entry, entries.persons(number), entries.place(number).orElse(null)));
  }

  /** How many entries fit, counted up to this many. */
  @Inside("the record lies below the accounts; the page of auditors asks for the permission")
  @Transactional(readOnly = true)
  public int count(EntryFilter filter, int most) {
    return entries.count(filter, most);
  }

  /** Every kind of act there is in the record. */
  @Inside("words of the program, nothing of anybody")
  @Transactional(readOnly = true)
  public List<String> kinds() {
    return entries.kinds();
  }

  /** Whom each of these entries concerns, by record numbers; entries about nobody miss. */
  @Inside("the record lies below the accounts; the page of auditors asks for the permission")
  @Transactional(readOnly = true)
  public Map<Long, List<Long>> persons(Collection<Long> numbers) {
    return numbers.isEmpty() ? Map.of() : entries.personsOf(numbers);
  }
}
