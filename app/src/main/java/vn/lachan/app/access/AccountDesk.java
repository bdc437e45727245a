package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

@Component
class AccountDesk implements Accounts {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,39}");
  private static final int MOST_NAME_CHARACTERS = 80;

  private final AccountTable accounts;
  private final AssignmentTable assignments;
  private final Actors actors;
  private final Passwords passwords;
  private final AccessSettings settings;
  private final Audit audit;

  AccountDesk(
      AccountTable accounts,
      AssignmentTable assignments,
      Actors actors,
      Passwords passwords,
      AccessSettings settings,
      Audit audit) {
    this.accounts = accounts;
    this.assignments = assignments;
    this.actors = actors;
    this.passwords = passwords;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  @Transactional
  public long create(
      String username, String displayName, String password, boolean mustChange, Instant now) {
    String name = SignIns.normalised(username);
    if (!USERNAME.matcher(name).matches()) {
      throw Refusal.invalid("access.refused.username");
    }
    if (accounts.byUsername(name).isPresent()) {
      throw Refusal.conflict("access.refused.username-taken");
    }
    long number =
        accounts.insert(Actor.Kind.STAFF, name, checkedName(displayName), Act.PROGRAM, now);
    Instant until = mustChange ? now.plus(Duration.ofDays(settings.oneTimePasswordDays())) : null;
    accounts.setPassword(number, passwords.hash(password), Act.PROGRAM, until, now);
    audit.record(Act.on(Act.PROGRAM, "access.create", "account " + number));
    return number;
  }

  @Override
  @Transactional
  public void grant(long account, Grant grant, long by, Instant now) {
    if (assignments.insert(account, grant, by, now)) {
      audit.record(Act.on(by, "access.grant", "account %d: %s".formatted(account, grant)));
      actors.forget(account);
    }
  }

  @Override
  public Map<Long, String> names(Collection<Long> numbers) {
    return accounts.names(numbers);
  }

  @Override
  public OptionalLong byUsername(String username) {
    return accounts.byUsername(SignIns.normalised(username));
  }

  @Override
  public List<Assignment> assignments(long account) {
    return assignments.ofAccount(account);
  }

  private static String checkedName(String displayName) {
    String name = displayName.strip();
    if (name.isEmpty() || name.length() > MOST_NAME_CHARACTERS) {
      throw Refusal.invalid("access.refused.display-name", MOST_NAME_CHARACTERS);
    }
    return name;
  }
}
