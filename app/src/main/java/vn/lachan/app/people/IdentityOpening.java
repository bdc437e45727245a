package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PhoneNumber;

/** Opening identities: always an act with a purpose, written in the same transaction. */
@Component
class IdentityOpening {
  /** Identities of one export. */
  static final int EXPORT_MOST = 50_000;

  private final PersonTable persons;
  private final PhoneTable phones;
  private final AliasTable aliases;
  private final DuplicateTable duplicates;
  private final HomeReading homes;
  private final Audit audit;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  IdentityOpening(
      PersonTable persons,
      PhoneTable phones,
      AliasTable aliases,
      DuplicateTable duplicates,
      HomeReading homes,
      Audit audit,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.persons = persons;
    this.phones = phones;
    this.aliases = aliases;
    this.duplicates = duplicates;
    this.homes = homes;
    this.audit = audit;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  Identity open(Actor actor, Reach reach, long person, String purpose, @Nullable Long caseId) {
    String reason = Purpose.checked(purpose);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Map<Long, List<Long>> wholes = inReach(List.of(person), reach);
              if (wholes.isEmpty()) {
                throw Refusal.notFound("people.refused.not-found");
              }
              Identity identity =
                  opened(wholes).values().stream()
                      .findFirst()
                      .orElseThrow(IdentityOpening::destroyed);
              record(actor, "people.open", reason, caseId, wholes);
              return identity;
            }));
  }

  Map<Long, Identity> openAll(
      Actor actor, Reach reach, Collection<Long> asked, String purpose, @Nullable Long caseId) {
    String reason = Purpose.checked(purpose);
    if (asked.size() > EXPORT_MOST) {
      throw Refusal.invalid("people.refused.export-size", EXPORT_MOST);
    }
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Map<Long, Long> canonical = aliases.canonical(asked);
              Map<Long, List<Long>> wholes = inReach(asked, reach);
              Map<Long, Identity> identities = opened(wholes);
              record(actor, "people.export", reason, caseId, wholes);
              Map<Long, Identity> answer = new LinkedHashMap<>();
              for (Long person : asked) {
                Identity identity = identities.get(canonical.get(person));
                if (identity != null) {
                  answer.put(person, identity);
                }
              }
              return answer;
            }));
  }

  /** Everywhere, for an act that its module approved; recorded under that act's kind. */
  Map<Long, Identity> openFor(
      long account, Collection<Long> asked, String act, String purpose, @Nullable Long caseId) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Map<Long, Long> canonical = aliases.canonical(asked);
              Map<Long, List<Long>> wholes = aliases.records(new HashSet<>(canonical.values()));
              Map<Long, Identity> identities = opened(wholes);
              List<Long> all = wholes.values().stream().flatMap(List::stream).toList();
              audit.record(new Act(account, act, purpose, caseId, null, identities.size(), all));
              Map<Long, Identity> answer = new LinkedHashMap<>();
              for (Long person : asked) {
                Identity identity = identities.get(canonical.get(person));
                if (identity != null) {
                  answer.put(person, identity);
                }
              }
              return answer;
            }));
  }

  /** Both records as they are, each for itself: whoever may settle the pair must see both. */
  List<Identity> openDuplicate(Actor actor, Reach reach, long duplicate, String purpose) {
    String reason = Purpose.checked(purpose);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              DuplicateTable.Row row =
                  duplicates
                      .inReach(duplicate, reach)
                      .orElseThrow(() -> Refusal.notFound("people.refused.not-found"));
              Map<Long, List<Long>> both = new LinkedHashMap<>();
              both.put(row.first(), List.of(row.first()));
              both.put(row.second(), List.of(row.second()));
              Map<Long, Identity> identities = opened(both);
              if (identities.size() < both.size()) {
                throw destroyed();
              }
              record(actor, "people.open", reason, null, both);
              return List.copyOf(identities.values());
            }));
  }

  /** The whole persons, by standing record, of whom any record is in reach. */
  Map<Long, List<Long>> inReach(Collection<Long> asked, Reach reach) {
    Map<Long, List<Long>> wholes =
        aliases.records(new HashSet<>(aliases.canonical(asked).values()));
    Set<Long> reached =
        new HashSet<>(
            persons.inReach(wholes.values().stream().flatMap(List::stream).toList(), reach));
    wholes.values().removeIf(records -> records.stream().noneMatch(reached::contains));
    return wholes;
  }

  private Map<Long, Identity> opened(Map<Long, List<Long>> wholes) {
    List<Long> records = wholes.values().stream().flatMap(List::stream).toList();
    Map<Long, PersonRow> rows =
        persons.rows(records).stream()
            .filter(row -> !row.destroyed())
            .collect(Collectors.toMap(PersonRow::number, Function.identity()));
    Map<PhoneTable.Slot, PhoneTable.Proof> proofs = phones.proofs(records);
    Map<Long, List<FormerHome>> formerHomes = homes.opened(rows);
    Map<Long, Identity> identities = new LinkedHashMap<>();
    wholes.forEach(
        (canonical, whole) -> {
          List<PersonRow> readable =
              whole.stream()
                  .filter(rows::containsKey)
                  .map(record -> Objects.requireNonNull(rows.get(record)))
                  .toList();
          if (!readable.isEmpty()) {
            identities.put(canonical, joined(readable, proofs, formerHomes));
          }
        });
    return identities;
  }

  private Identity joined(
      List<PersonRow> rows,
      Map<PhoneTable.Slot, PhoneTable.Proof> proofs,
      Map<Long, List<FormerHome>> formerHomes) {
    List<StoredIdentity> identities = rows.stream().map(row -> row.opened(keyring)).toList();
    List<PhoneOf> joinedPhones = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      joinedPhones.addAll(phonesOf(rows.get(index), identities.get(index), proofs));
    }
    PersonRow standing = rows.getFirst();
    return new Identity(
        standing.publicId(),
        Objects.requireNonNullElse(first(identities, StoredIdentity::name), ""),
        first(identities, StoredIdentity::birthDate),
        first(identities, StoredIdentity::sex),
        provedFirst(joinedPhones),
        first(identities, StoredIdentity::citizenNumber),
        first(identities, StoredIdentity::address),
        first(rows, PersonRow::unit),
        rows.stream()
            .flatMap(row -> formerHomes.getOrDefault(row.number(), List.of()).stream())
            .toList(),
        standing.version());
  }

  private static List<PhoneOf> phonesOf(
      PersonRow row, StoredIdentity identity, Map<PhoneTable.Slot, PhoneTable.Proof> proofs) {
    return identity.phones().stream()
        .map(
            phone -> {
              var number = new PhoneNumber(phone.digits());
              PhoneTable.Proof proof = proofs.get(new PhoneTable.Slot(row.number(), phone.slot()));
              return proof == null
                  ? new PhoneOf(number, null, null)
                  : new PhoneOf(number, proof.at(), proof.officer());
            })
        .toList();
  }

  /** Each phone once, proved where any record proved it. */
  private static List<PhoneOf> provedFirst(List<PhoneOf> phones) {
    Map<PhoneNumber, PhoneOf> byNumber = new LinkedHashMap<>();
    phones.stream()
        .sorted(Comparator.comparing(phone -> !phone.proved()))
        .forEach(phone -> byNumber.putIfAbsent(phone.phone(), phone));
    return List.copyOf(byNumber.values());
  }

  private static <T, R> @Nullable R first(List<T> records, Part<T, R> part) {
    for (T each : records) {
      R known = part.of(each);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private void record(
      Actor actor,
      String kind,
      String reason,
      @Nullable Long caseId,
      Map<Long, List<Long>> wholes) {
    List<Long> records = wholes.values().stream().flatMap(List::stream).toList();
    audit.record(new Act(actor.account(), kind, reason, caseId, null, wholes.size(), records));
  }

  private static Refusal destroyed() {
    return new Refusal(Refusal.Kind.GONE, "people.refused.destroyed");
  }

  /** A part of a record that may be unknown. */
  private interface Part<T, R> {
    @Nullable R of(T record);
  }
}
