package vn.lachan.app.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

/** Keeps the tokens of names as the records say. */
@Component
class NameIndexing {
  private final NameIndexTable table;
  private final NameTokens tokens;
  private final Keyring keyring;

  NameIndexing(NameIndexTable table, NameTokens tokens, Keyring keyring) {
    this.table = table;
    this.tokens = tokens;
    this.keyring = keyring;
  }

  /** In the transaction that wrote the record. */
  void write(long person, StoredIdentity identity) {
    writeAll(Map.of(person, identity));
  }

  void writeAll(Map<Long, StoredIdentity> identities) {
    Map<Long, Short[]> tokensByPerson = new LinkedHashMap<>();
    identities.forEach((person, identity) -> tokensByPerson.put(person, tokensOf(identity)));
    table.replace(tokensByPerson, keyring.lookupVersion());
  }

  Short[] tokensOf(StoredIdentity identity) {
    return tokens.stored(identity.nameKey(), identity.birthYear());
  }

  /** Brings up to date the next records after a number; returns those it did, in order. */
  List<Long> catchUp(long after, int rows) {
    List<PersonRow> outdated = table.outdated(after, keyring.lookupVersion(), rows);
    outdated.forEach(row -> write(row.number(), row.opened(keyring)));
    return outdated.stream().map(PersonRow::number).toList();
  }

  long outdated() {
    return table.countOutdated(keyring.lookupVersion());
  }
}
