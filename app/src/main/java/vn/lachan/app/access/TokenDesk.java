package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

@Component
class TokenDesk implements Tokens {
  private static final String PREFIX = "lct_";
  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_CACHED = 1_000;
  private static final int DAYS_AT_MOST = 400;

  private final TokenTable tokens;
  private final AccountTable accounts;
  private final AccountDesk desk;
  private final Actors actors;
  private final AccessSettings settings;
  private final ProgramSettings program;
  private final Audit audit;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  TokenDesk(
      TokenTable tokens,
      AccountTable accounts,
      AccountDesk desk,
      Actors actors,
      AccessSettings settings,
      ProgramSettings program,
      Audit audit) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.desk = desk;
    this.actors = actors;
    this.settings = settings;
    this.program = program;
    this.audit = audit;
  }

  @Override
  @Transactional
  public NewToken create(Actor actor, String name, Grant grant, Instant expiresAt, Instant now) {
    desk.requireScope(actor, grant.scope());
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(Duration.ofDays(DAYS_AT_MOST)))) {
      throw Refusal.invalid("access.refused.token-expiry", DAYS_AT_MOST);
    }
    String token = Secrets.random(PREFIX);
    long account =
        accounts.insert(
            Actor.Kind.TOKEN, null, AccountDesk.checkedName(name), actor.account(), now);
    long number = tokens.insert(Secrets.hash(token), account, actor.account(), now, expiresAt);
    audit.record(Act.on(actor.account(), "access.create-token", "account " + account));
    desk.grant(account, grant, actor.account(), now);
    return new NewToken(number, token);
  }

  @Override
  @Transactional(readOnly = true)
  public List<TokenRow> list(Actor actor) {
    requireEverywhere(actor);
    return tokens.list().stream().map(this::withAssignments).toList();
  }

  @Override
  @Transactional
  public void revoke(Actor actor, long token, Instant now) {
    requireEverywhere(actor);
    long account =
        tokens
            .revoke(token, actor.account(), now)
            .orElseThrow(() -> Refusal.notFound("access.refused.no-token"));
    accounts.close(account, actor.account(), null, now);
    audit.record(Act.on(actor.account(), "access.revoke-token", "account " + account));
    actors.forget(account);
  }

  @Override
  public Optional<SignedIn> use(String token, Instant now) {
    if (!token.startsWith(PREFIX) || token.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    byte[] hash = Secrets.hash(token);
    return found(HexFormat.of().formatHex(hash), hash, now)
        .filter(found -> found.expiresAt().isAfter(now))
        .flatMap(found -> actors.find(found.account(), now));
  }

  private Optional<TokenTable.Found> found(String key, byte[] hash, Instant now) {
    Known last = known.get(key);
    if (last != null && last.until().isAfter(now)) {
      return Optional.of(last.found());
    }
    Optional<TokenTable.Found> found = tokens.find(hash);
    found.ifPresent(
        token -> {
          tokens.used(token.number(), LocalDate.ofInstant(now, program.zone()));
          if (known.size() >= MOST_CACHED) {
            known.clear();
          }
          known.put(key, new Known(token, now.plus(settings.actorCache())));
        });
    return found;
  }

  private TokenRow withAssignments(TokenRow row) {
    return new TokenRow(
        row.number(),
        row.account(),
        row.name(),
        row.createdAt(),
        row.expiresAt(),
        row.lastUsed(),
        row.revokedAt(),
        desk.assignments(row.account()));
  }

  private static void requireEverywhere(Actor actor) {
    if (!actor.require(Permission.ACCOUNTS_MANAGE).isEverywhere()) {
      throw Refusal.forbidden("access.forbidden");
    }
  }

  private record Known(TokenTable.Found found, Instant until) {}
}
