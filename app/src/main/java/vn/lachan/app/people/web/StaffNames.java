package vn.lachan.app.people.web;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;

/** Names of staff beside what they did. */
@Component
class StaffNames {
  private final Accounts accounts;

  StaffNames(Accounts accounts) {
    this.accounts = accounts;
  }

  Map<Long, String> of(Collection<Long> numbers) {
    return numbers.isEmpty() ? Map.of() : accounts.names(numbers);
  }
}
