package vn.lachan.app.privacy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.PersonInCase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;

/** A person as a whole: all records that were merged, and the cases they stand in. */
@Component
class PersonData {
  private final People people;
  private final Cases cases;
  private final RequestTable requests;

  PersonData(People people, Cases cases, RequestTable requests) {
    this.people = people;
    this.cases = cases;
    this.requests = requests;
  }

  long number(UUID publicId) {
    long record =
        people.byPublicId(publicId).orElseThrow(() -> Refusal.invalid("privacy.refused.person"));
    return canonical(record);
  }

  long canonical(long record) {
    return Objects.requireNonNull(people.canonical(List.of(record)).getOrDefault(record, record));
  }

  List<Long> records(long person) {
    long standing = canonical(person);
    return Objects.requireNonNull(
        people.recordsOf(List.of(standing)).getOrDefault(standing, List.of(standing)));
  }

  List<PersonInCase> cases(long person) {
    return cases.ofPersons(records(person));
  }

  int openCases(long person) {
    return (int) cases(person).stream().filter(one -> one.closedAt() == null).count();
  }

  boolean restricted(long person) {
    return !requests.restricted(records(person)).isEmpty();
  }
}
