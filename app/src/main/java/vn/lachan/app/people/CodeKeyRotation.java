package vn.lachan.app.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** Adds versions of the key that signs codes. */
@Component
class CodeKeyRotation implements CodeSigning {
  private final CodeKeys keys;
  private final IssuedCodeTable table;
  private final Audit audit;
  private final TransactionTemplate transactions;

  CodeKeyRotation(
      CodeKeys keys, IssuedCodeTable table, Audit audit, TransactionTemplate transactions) {
    this.keys = keys;
    this.table = table;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public List<SigningKey> versions(Actor actor) {
    actor.require(Permission.OPERATE);
    int newest = keys.signing().id();
    Map<Integer, Instant> made = table.keys();
    Map<Integer, Long> standing = table.standingByKey();
    Comparator<CodeKey> byAge =
        Comparator.comparing(
            key -> key.id() == newest ? Instant.MAX : made.getOrDefault(key.id(), Instant.MIN));
    return keys.believed().stream()
        .sorted(byAge.reversed())
        .map(
            key ->
                new SigningKey(
                    "%08x".formatted(key.id()),
                    made.get(key.id()),
                    key.id() == newest,
                    standing.getOrDefault(key.id(), 0L)))
        .toList();
  }

  @Override
  public void rotate(Actor actor, Instant now) {
    actor.requireEverywhere(Permission.OPERATE);
    if (!keys.mayAddVersions()) {
      throw Refusal.conflict("people.refused.keys-elsewhere");
    }
    CodeKey key = keys.newVersion();
    transactions.executeWithoutResult(
        status -> {
          audit.record(Act.on(actor.account(), "people.rotate-key", "CODES"));
          table.keep(key, now);
        });
  }
}
