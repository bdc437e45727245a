package vn.lachan.app.privacy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Assignment;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;

/** Who read somebody's data, by unit and role, when and why. */
@Component
class Readings {
  private final Audit audit;
  private final Accounts accounts;
  private final PrivacySettings settings;

  Readings(Audit audit, Accounts accounts, PrivacySettings settings) {
    this.audit = audit;
    this.accounts = accounts;
    this.settings = settings;
  }

  /** Of all records of one person, the latest first. */
  List<AccessFile.Reading> of(List<Long> records, boolean withNames) {
    Map<Long, Entry> entries = new TreeMap<>(Comparator.reverseOrder());
    for (Long record : records) {
      addEntries(record, entries);
    }
    List<Entry> found = entries.values().stream().limit(settings.readingRows()).toList();
    Map<Long, String> names =
        withNames ? accounts.names(found.stream().map(Entry::actor).distinct().toList()) : Map.of();
    Map<Long, Optional<Assignment>> roles = new HashMap<>();
    return found.stream()
        .map(
            entry ->
                reading(
                    entry,
                    roles.computeIfAbsent(entry.actor(), this::role).orElse(null),
                    names.get(entry.actor())))
        .toList();
  }

  private void addEntries(long person, Map<Long, Entry> entries) {
    Long before = null;
    int read = 0;
    do {
      Page<Entry> page =
          audit.entries(
              EntryFilter.about(List.of(person)).beforeNumber(before), Limits.PAGE_ROWS_MOST);
      page.rows().forEach(entry -> entries.put(entry.number(), entry));
      read += page.rows().size();
      before = page.next() == null ? null : (Long) Long.parseLong(page.next());
    } while (before != null && read < settings.readingRows());
  }

  private Optional<Assignment> role(long account) {
    return accounts.assignments(account).stream().findFirst();
  }

  private static AccessFile.Reading reading(
      Entry entry, @Nullable Assignment held, @Nullable String officer) {
    Role role = held == null ? null : held.grant().role();
    return new AccessFile.Reading(
        entry.at(),
        entry.kind(),
        entry.actor() == Act.PROGRAM,
        role,
        held == null ? null : unit(held.grant().scope()),
        purpose(entry),
        officer);
  }

  private static @Nullable Integer unit(Scope scope) {
    return switch (scope) {
      case Scope.OfUnit(int unit) -> unit;
      case Scope.OfSector(String ignored, int unit) -> unit;
      case Scope.Everywhere ignored -> null;
      case Scope.OfPlace ignored -> null;
    };
  }

  /**
   * The purpose as it was chosen. What an officer typed after it is left out; what an agency was
   * given for is the purpose and the agency, which nobody typed freely.
   */
  private static @Nullable String purpose(Entry entry) {
    String purpose = entry.purpose();
    if (purpose == null || entry.kind().equals(AgencyRequests.ANSWER)) {
      return purpose;
    }
    int colon = purpose.indexOf(':');
    return colon < 0 ? purpose : purpose.substring(0, colon);
  }
}
