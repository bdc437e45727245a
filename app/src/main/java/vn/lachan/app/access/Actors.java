package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.program.ProgramSettings;

/**
 * Who an account is at this moment: open or closed, with which roles. Looked up at each request and
 * believed for a few seconds, so that a revoked role ends at once here and within these seconds in
 * other copies of the program.
 */
@Component
public class Actors {
  private static final int MOST_CACHED = 20_000;

  private final AccountTable accounts;
  private final AssignmentTable assignments;
  private final SecondFactorSettings factorSettings;
  private final ProgramSettings program;
  private final Duration belief;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  Actors(
      AccountTable accounts,
      AssignmentTable assignments,
      AccessSettings settings,
      SecondFactorSettings factorSettings,
      ProgramSettings program) {
    this.accounts = accounts;
    this.assignments = assignments;
    this.factorSettings = factorSettings;
    this.program = program;
    this.belief = settings.actorCache();
  }

  /** Empty when the account does not exist or is closed. */
  @Inside("the filters ask for the account of a session or token")
  public Optional<SignedIn> find(long account, Instant now) {
    Known last = known.get(account);
    if (last != null && last.until().isAfter(now)) {
      return last.signedIn();
    }
    Optional<SignedIn> found = load(account);
    if (known.size() >= MOST_CACHED) {
      known.clear();
    }
    known.put(account, new Known(found, now.plus(belief)));
    return found;
  }

  /** At once, and again after the commit: a request in between may have read the old rows. */
  void forget(long account) {
    known.remove(account);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              known.remove(account);
            }
          });
    }
  }

  private Optional<SignedIn> load(long account) {
    return accounts
        .state(account)
        .map(
            state -> {
              List<Grant> grants =
                  assignments.ofAccount(account).stream().map(Assignment::grant).toList();
              return new SignedIn(
                  new Actor(account, state.displayName(), state.kind(), grants),
                  state.passwordSetAt(),
                  state.mustChangePassword(),
                  secondFactor(state, grants));
            });
  }

  /** Only who signs in with a password is asked: owners have a code each time, programs a token. */
  private SignedIn.SecondFactor secondFactor(AccountTable.State state, List<Grant> grants) {
    if (state.passwordSetAt() == null) {
      return SignedIn.SecondFactor.NONE;
    }
    if (state.hasSecondFactor()) {
      return SignedIn.SecondFactor.ON;
    }
    boolean asked =
        (factorSettings.inDrill() || !program.drill())
            && grants.stream().anyMatch(grant -> factorSettings.roles().contains(grant.role()));
    return asked ? SignedIn.SecondFactor.MUST_BE_SET_UP : SignedIn.SecondFactor.NONE;
  }

  private record Known(Optional<SignedIn> signedIn, Instant until) {}
}
