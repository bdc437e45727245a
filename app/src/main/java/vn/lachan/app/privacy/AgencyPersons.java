package vn.lachan.app.privacy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.casework.PersonInCase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.privacy.OpenedAgencyRequest.Candidate;
import vn.lachan.app.privacy.OpenedAgencyRequest.Verdict;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ContactRow;

/** The persons of an agency request: whom its lines mean, who may be given, and what of them. */
@Component
class AgencyPersons {
  /** Somebody's own phone is rarely that of more people than these. */
  private static final int HITS_A_LINE = 5;

  private final People people;
  private final PersonData persons;
  private final ZoneId zone;

  AgencyPersons(People people, PersonData persons, ProgramSettings program) {
    this.people = people;
    this.persons = persons;
    this.zone = program.zone();
  }

  List<Candidate> candidates(Actor actor, String lines, long caseNumber) {
    List<Candidate> found = new ArrayList<>();
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> found.addAll(ofLine(actor, line, caseNumber)));
    return found;
  }

  /** The standing numbers of those approved, each a case or a supported contact of the case. */
  Set<Long> checked(Collection<UUID> approved, long caseNumber, int most) {
    if (approved.isEmpty() || approved.size() > most) {
      throw Refusal.invalid("privacy.refused.agency-persons", most);
    }
    Set<Long> numbers = new LinkedHashSet<>();
    for (UUID publicId : approved) {
      long number = persons.number(publicId);
      if (inCase(number, caseNumber).isEmpty()) {
        throw Refusal.invalid("privacy.refused.agency-not-of-case");
      }
      if (persons.restricted(number)) {
        throw Refusal.conflict("privacy.refused.agency-restricted");
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** Opens those given, recorded on each of them, and keeps of them what was approved. */
  List<AgencyAnswer.Line> lines(
      long account,
      List<Long> given,
      Collection<AgencyField> granted,
      String purpose,
      long caseNumber) {
    List<Long> numbers = given.stream().map(persons::canonical).distinct().toList();
    Map<Long, Identity> identities =
        people.openFor(account, numbers, AgencyRequests.ANSWER, purpose, caseNumber);
    List<AgencyAnswer.Line> lines = new ArrayList<>();
    for (Long number : numbers) {
      Identity identity = identities.get(number);
      if (identity != null) {
        lines.add(line(identity, inCase(number, caseNumber).orElse(null), granted));
      }
    }
    return lines;
  }

  private List<Candidate> ofLine(Actor actor, String line, long caseNumber) {
    Optional<PersonQuery> query = parsed(line);
    if (query.isEmpty()) {
      return List.of(new Candidate(line, null, Verdict.UNREADABLE));
    }
    List<MaskedPerson> hits = people.find(actor, query.get(), null, HITS_A_LINE).rows();
    if (hits.isEmpty()) {
      return List.of(new Candidate(line, null, Verdict.UNKNOWN));
    }
    return hits.stream()
        .map(person -> new Candidate(line, person, verdict(person, caseNumber)))
        .toList();
  }

  private static Optional<PersonQuery> parsed(String line) {
    try {
      return Optional.of(PersonQuery.parse(line));
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }

  private Verdict verdict(MaskedPerson person, long caseNumber) {
    long number = persons.number(person.publicId());
    if (inCase(number, caseNumber).isEmpty()) {
      return Verdict.NOT_OF_CASE;
    }
    return persons.restricted(number) ? Verdict.RESTRICTED : Verdict.IN_CASE;
  }

  /** As the case itself, or as a contact that the evidence still supports. */
  private Optional<PersonInCase> inCase(long person, long caseNumber) {
    return persons.cases(person).stream()
        .filter(one -> one.caseNumber() == caseNumber)
        .filter(one -> one.isCase() || isSupported(one.contact()))
        .findFirst();
  }

  private static boolean isSupported(@Nullable ContactRow contact) {
    return contact != null && contact.withdrawal() == null;
  }

  private AgencyAnswer.Line line(
      Identity identity, @Nullable PersonInCase inCase, Collection<AgencyField> granted) {
    boolean address = granted.contains(AgencyField.ADDRESS);
    ContactRow contact =
        inCase == null || !granted.contains(AgencyField.EXPOSURE) ? null : inCase.contact();
    return new AgencyAnswer.Line(
        granted.contains(AgencyField.NAME) ? identity.name() : null,
        granted.contains(AgencyField.BIRTH) && identity.birth() != null
            ? identity.birth().toString()
            : null,
        granted.contains(AgencyField.PHONE) ? phones(identity) : null,
        address ? identity.address() : null,
        address ? identity.unit() : null,
        granted.contains(AgencyField.CITIZEN_NUMBER) ? identity.citizenNumber() : null,
        contact == null ? null : contact.contactClass(),
        contact == null ? null : (Integer) contact.generation(),
        contact == null ? null : LocalDate.ofInstant(contact.lastAt(), zone),
        inCase == null || !granted.contains(AgencyField.FOLLOW_UP) ? null : inCase.state());
  }

  private static String phones(Identity identity) {
    return identity.phones().stream()
        .map(known -> known.phone().national())
        .collect(Collectors.joining(", "));
  }
}
