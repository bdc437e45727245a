package vn.lachan.app.residents;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
  private final ResidentsSettings settings;

  NoticeBox(
      NoticeTable table, Family family, Pushes pushes, People people, ResidentsSettings settings) {
    this.table = table;
    this.family = family;
    this.pushes = pushes;
    this.people = people;
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
    return table.of(resident.account(), byRecord.keySet(), settings.noticesShown()).stream()
        .filter(row -> !row.at().isBefore(member(byRecord, row.person()).joinedAt()))
        .map(
            row ->
                new Notice(
                    row.id(),
                    member(byRecord, row.person()).name(),
                    row.template(),
                    row.arguments(),
                    row.at(),
                    row.readAt()))
        .toList();
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

  public long unread(Resident resident) {
    return of(resident).stream().filter(notice -> notice.readAt() == null).count();
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
