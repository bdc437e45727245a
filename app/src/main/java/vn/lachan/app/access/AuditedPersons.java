package vn.lachan.app.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lachan.app.kernel.Inside;

/**
 * What the auditors' pages ask of the module that knows persons: numbers of records never leave the
 * program, public ids do, and a merged person has several records.
 */
public interface AuditedPersons {
  /** Every record of the person; empty when the id names nobody. */
  @Inside("numbers only, for those who read the whole record")
  List<Long> records(UUID publicId);

  /** Public ids of records; those that are gone miss. */
  @Inside("numbers only, for those who read the whole record")
  Map<Long, UUID> publicIds(Collection<Long> records);
}
