package vn.lachan.app.residents;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.NoticeKeeper;
import vn.lachan.app.messaging.NoticePosted;
import vn.lachan.app.people.People;

/** What residents are told in the app, with receipts of reading. */
@Component
@Inside("a resident reads what concerns the people of their own account")
public class NoticeBox implements NoticeKeeper {
  private final NoticeTable table;
  private final Family family;
  private final Pushes pushes;
  private final People people;
  private final FamilyDeclaring declaring;
  private final ResidentsSettings settings;

  NoticeBox(
      NoticeTable table,
      Family family,
      Pushes pushes,
      People people,
      FamilyDeclaring declaring,
      ResidentsSettings settings) {
    this.table = table;
    this.family = family;
    this.pushes = pushes;
    this.people = people;
    this.declaring = declaring;
    this.settings = settings;
  }

  /** Keeps what a module posts, in its transaction, and tells browsers that listen. */
  @EventListener
  void posted(NoticePosted notice) {
    table.insert(notice).ifPresent(number -> pushes.tell(number, notice.person()));
  }

  @Override
  @Transactional(readOnly = true)
  public Told told(String key) {
    return table.told(key);
  }

  /** Notices to nobody's app wait: whoever signs in later sees those since their joining. */
  @Transactional(readOnly = true)
  public List<Notice> of(Resident resident) {
    Map<Long, Member> byRecord = byRecord(resident);
    List<NoticeTable.Row> rows =
        table.of(resident.account(), byRecord.keySet(), settings.noticesShown()).stream()
            .filter(row -> !row.at().isBefore(member(byRecord, row.person()).joinedAt()))
            .toList();
    Map<Long, DeclaredState> declared = declared(resident, byRecord, rows);
    return rows.stream()
        .map(
            row ->
                new Notice(
                    row.id(),
                    member(byRecord, row.person()).name(),
                    row.template(),
                    row.arguments(),
                    row.at(),
                    row.readAt(),
                    isDone(row, declared.get(member(byRecord, row.person()).person()))))
        .toList();
  }

  /** What was declared lately, asked only where a notice asks for a declaration. */
  private Map<Long, DeclaredState> declared(
      Resident resident, Map<Long, Member> byRecord, List<NoticeTable.Row> rows) {
    List<Long> asked =
        rows.stream()
            .filter(row -> row.template().equals(ModuleNotices.DECLARATION_DUE))
            .map(row -> member(byRecord, row.person()).person())
            .distinct()
            .toList();
    return asked.isEmpty() ? Map.of() : declaring.states(asked, resident.phone());
  }

  private static boolean isDone(NoticeTable.Row row, @Nullable DeclaredState declared) {
    return row.template().equals(ModuleNotices.DECLARATION_DUE)
        && declared != null
        && declared.declaredAt().isAfter(row.at());
  }

  /** One of them, which is read by that. */
  @Transactional
  public Notice open(Resident resident, UUID id, Instant now) {
    Notice notice =
        of(resident).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("residents.refused.no-notice"));
    table.readOne(resident.account(), id, now);
    return notice;
  }

  /** Those that nobody opened and that still ask for something. */
  public long unread(Resident resident) {
    return of(resident).stream()
        .filter(notice -> notice.readAt() == null && !notice.done())
        .count();
  }

  /** Every notice that is shown now has been read. */
  @Transactional
  public void read(Resident resident, Instant now) {
    table.read(resident.account(), byRecord(resident).keySet(), now);
  }

  /** Members by every record of their person; of two that are one, the first. */
  private Map<Long, Member> byRecord(Resident resident) {
    List<Member> members = family.members(resident);
    Map<Long, Long> canonical = people.canonical(members.stream().map(Member::person).toList());
    Map<Long, List<Long>> records = people.recordsOf(canonical.values());
    Map<Long, Member> byRecord = new HashMap<>();
    for (Member member : members) {
      byRecord.putIfAbsent(member.person(), member);
      long standing = canonical.getOrDefault(member.person(), member.person());
      records
          .getOrDefault(standing, List.of())
          .forEach(record -> byRecord.putIfAbsent(record, member));
    }
    return byRecord;
  }

  private static Member member(Map<Long, Member> byRecord, long record) {
    return Objects.requireNonNull(byRecord.get(record));
  }
}
