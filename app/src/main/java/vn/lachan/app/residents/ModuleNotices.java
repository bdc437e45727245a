package vn.lachan.app.residents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.casework.ContactListed;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/**
 * What people of the app are told of what happens elsewhere: the health station needs them, a
 * declaration is about to expire. Each once; nothing of a case or a diagnosis is in it.
 */
@Component
class ModuleNotices {
  static final String DECLARATION_DUE = "declaration-due";
  private static final int PORTION = 500;

  private final Notices notices;
  private final MemberTable members;
  private final People people;
  private final Units units;
  private final Declarations declarations;
  private final Formats formats;
  private final ResidentsSettings settings;
  private final ProgramSettings program;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ModuleNotices(
      Notices notices,
      MemberTable members,
      People people,
      Units units,
      Declarations declarations,
      Formats formats,
      ResidentsSettings settings,
      ProgramSettings program,
      PlatformTransactionManager manager,
      Clock clock) {
    this.notices = notices;
    this.members = members;
    this.people = people;
    this.units = units;
    this.declarations = declarations;
    this.formats = formats;
    this.settings = settings;
    this.program = program;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /** In the transaction that lists the contacts: they are to be called. */
  @EventListener
  void on(ContactListed listed) {
    Map<Long, MaskedPerson> persons = people.masked(listed.persons());
    for (long person : listed.persons()) {
      MaskedPerson known = persons.get(person);
      Integer unit = known == null ? null : known.unit();
      notices.postOnce(
          person,
          "health-station",
          List.of(unit == null ? "" : units.path(unit)),
          "contact-" + listed.caseNumber(),
          listed.at());
    }
  }

  @Scheduled(fixedDelayString = "${residents.reminder-milliseconds:3600000}", initialDelay = 60_000)
  void remind() {
    remind(clock.instant());
  }

  /**
   * Tells whoever declared before that the declaration ends soon; answers how many were looked at.
   */
  int remind(Instant now) {
    int seen = 0;
    long after = 0;
    List<Long> persons = members.presentPersons(after, PORTION);
    while (!persons.isEmpty()) {
      List<Long> portion = persons;
      transactions.executeWithoutResult(status -> remind(portion, now));
      seen += portion.size();
      after = portion.getLast();
      persons = members.presentPersons(after, PORTION);
    }
    return seen;
  }

  private void remind(Collection<Long> persons, Instant now) {
    Duration before = settings.remindBefore();
    for (Map.Entry<Long, DeclaredState> one : declarations.states(persons, now).entrySet()) {
      Instant until = one.getValue().validUntil();
      if (!until.isBefore(now) && until.minus(before).isBefore(now)) {
        LocalDate day = LocalDate.ofInstant(until, program.zone());
        notices.postOnce(
            one.getKey(),
            DECLARATION_DUE,
            List.of(formats.dateTime(until)),
            "declaration-" + day,
            now);
      }
    }
  }
}
