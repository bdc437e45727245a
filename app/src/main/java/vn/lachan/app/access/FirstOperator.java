package vn.lachan.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.program.GreetingLine;
import vn.lachan.app.program.ProgramSettings;

/**
 * The way in at the first start without the demo: an operator whose one-time password is printed,
 * made anew at each start until somebody has signed in with it and chosen their own.
 */
@Component
@Order(10)
class FirstOperator implements GreetingLine {
  private static final String USERNAME = "quan-tri";

  private final Accounts accounts;
  private final AccountTable table;
  private final Passwords passwords;
  private final AccessSettings settings;
  private final ProgramSettings program;
  private final MessageSource messages;
  private final TransactionTemplate transactions;
  private final Clock clock;

  FirstOperator(
      Accounts accounts,
      AccountTable table,
      Passwords passwords,
      AccessSettings settings,
      ProgramSettings program,
      MessageSource messages,
      PlatformTransactionManager manager,
      Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.passwords = passwords;
    this.settings = settings;
    this.program = program;
    this.messages = messages;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  @Override
  public List<String> lines() {
    if (program.demoWanted() || table.hasOperatorWithOwnPassword()) {
      return List.of();
    }
    String password = passwords.oneTime();
    Instant now = clock.instant();
    transactions.executeWithoutResult(status -> setPassword(password, now));
    return List.of(
        messages.getMessage(
            "access.first-operator",
            new Object[] {USERNAME, password, settings.oneTimePasswordDays()},
            Locale.of("vi")));
  }

  /** Copies of the program that start at the same moment make one account, one after the other. */
  private void setPassword(String password, Instant now) {
    table.lockFirstOperator();
    OptionalLong known = accounts.byUsername(USERNAME);
    if (known.isEmpty()) {
      long account = accounts.create(USERNAME, "Quản trị", password, true, now);
      accounts.grant(account, new Grant(Role.OPERATOR, new Scope.Everywhere()), Act.PROGRAM, now);
    } else {
      table.setPassword(
          known.getAsLong(),
          passwords.hash(password),
          Act.PROGRAM,
          now.plus(Duration.ofDays(settings.oneTimePasswordDays())),
          now);
    }
  }
}
