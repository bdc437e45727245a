package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/** Looking persons up, masked. */
@Component
class PersonFinding {
  /** Possible duplicates shown on one person's page. */
  private static final int DUPLICATES_SHOWN = 50;

  private final LookupTable lookups;
  private final PersonTable persons;
  private final AliasTable aliases;
  private final DuplicateTable duplicates;
  private final Households households;
  private final PersonMasking masking;
  private final IdentityOpening opening;
  private final Audit audit;
  private final TransactionTemplate transactions;

  PersonFinding(
      LookupTable lookups,
      PersonTable persons,
      AliasTable aliases,
      DuplicateTable duplicates,
      Households households,
      PersonMasking masking,
      IdentityOpening opening,
      Audit audit,
      TransactionTemplate transactions) {
    this.lookups = lookups;
    this.persons = persons;
    this.aliases = aliases;
    this.duplicates = duplicates;
    this.households = households;
    this.masking = masking;
    this.opening = opening;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Asking is an act too: it tells whether somebody is known here. */
  Page<MaskedPerson> find(
      Actor actor, Reach reach, PersonQuery query, @Nullable String after, int rows) {
    int size = Limits.pageRows(rows);
    String key = after == null ? null : checkedKey(after);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              LookupValue value = value(query);
              List<Long> found = lookups.standing(value, reach, key, size + 1);
              List<Long> shown = found.subList(0, Math.min(size, found.size()));
              audit.record(
                  new Act(
                      actor.account(),
                      "people.find",
                      null,
                      null,
                      value.kind().name(),
                      shown.size(),
                      shown));
              return Page.of(inOrder(found), size, person -> person.publicId().toString());
            }));
  }

  PersonFile file(Reach reach, long person, Instant now) {
    Map<Long, List<Long>> wholes = opening.inReach(List.of(person), reach);
    if (wholes.isEmpty()) {
      throw Refusal.notFound("people.refused.not-found");
    }
    long canonical = wholes.keySet().iterator().next();
    List<Long> records = Objects.requireNonNull(wholes.get(canonical));
    return new PersonFile(
        inOrder(List.of(canonical)).getFirst(),
        entries(records),
        inOrder(households.livingWith(canonical, now)),
        shown(duplicates.ofPersons(records, DUPLICATES_SHOWN)));
  }

  Page<PossibleDuplicate> duplicates(
      Reach reach, boolean putOff, @Nullable String after, Instant now, int rows) {
    int size = Limits.pageRows(rows);
    List<DuplicateTable.Row> found = duplicates.open(reach, number(after), putOff, now, size + 1);
    return Page.of(shown(found), size, duplicate -> Long.toString(duplicate.number()));
  }

  /** One pair, whatever became of it. */
  PossibleDuplicate duplicate(Reach reach, long number) {
    return duplicates
        .find(number, reach)
        .map(row -> shown(List.of(row)).getFirst())
        .orElseThrow(() -> Refusal.notFound("people.refused.not-found"));
  }

  Page<PastMerge> merges(Reach reach, @Nullable String after, int rows) {
    int size = Limits.pageRows(rows);
    long before = after == null ? Long.MAX_VALUE : number(after);
    List<AliasTable.Merge> found = aliases.latest(reach, before, size + 1);
    Map<Long, MaskedPerson> masked =
        masking.masked(
            found.stream()
                .flatMap(merge -> Stream.of(merge.person(), merge.sameAs()))
                .distinct()
                .toList());
    List<PastMerge> merges =
        found.stream()
            .map(
                merge ->
                    new PastMerge(
                        merge.number(),
                        Objects.requireNonNull(masked.get(merge.person())),
                        Objects.requireNonNull(masked.get(merge.sameAs())),
                        merge.reason(),
                        merge.at(),
                        merge.by(),
                        merge.undoneAt(),
                        merge.undoneBy(),
                        merge.holds()))
            .toList();
    return Page.of(merges, size, merge -> Long.toString(merge.number()));
  }

  private List<PersonFile.Entry> entries(List<Long> records) {
    List<PersonRow> rows = persons.rows(records);
    Map<Long, MaskedPerson> masked = masking.masked(rows);
    Map<Long, AliasTable.Alias> merges = aliases.aliases(records);
    List<PersonFile.Entry> entries = new ArrayList<>();
    for (Long record : records) {
      PersonRow row = rows.stream().filter(r -> r.number() == record).findFirst().orElseThrow();
      AliasTable.Alias merge = merges.get(record);
      entries.add(
          new PersonFile.Entry(
              row.publicId(),
              Objects.requireNonNull(masked.get(record)),
              row.source(),
              row.createdAt(),
              merge == null ? null : merge.mergedAt(),
              merge == null ? null : merge.reason()));
    }
    return entries;
  }

  private List<PossibleDuplicate> shown(List<DuplicateTable.Row> rows) {
    Map<Long, MaskedPerson> masked =
        masking.masked(
            rows.stream().flatMap(row -> Stream.of(row.first(), row.second())).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new PossibleDuplicate(
                    row.number(),
                    Objects.requireNonNull(masked.get(row.first())),
                    Objects.requireNonNull(masked.get(row.second())),
                    row.reason(),
                    row.foundAt(),
                    row.verdict(),
                    row.settledAt(),
                    row.settledBy(),
                    row.revision()))
        .toList();
  }

  private List<MaskedPerson> inOrder(List<Long> records) {
    Map<Long, MaskedPerson> masked = masking.masked(records);
    return records.stream().map(record -> Objects.requireNonNull(masked.get(record))).toList();
  }

  private static LookupValue value(PersonQuery query) {
    return switch (query) {
      case PersonQuery.ByPhone(var phone) -> new LookupValue(LookupKind.PHONE, phone.digits());
      case PersonQuery.ByCitizenNumber(var number) ->
          new LookupValue(LookupKind.CITIZEN_NUMBER, number.digits());
      case PersonQuery.ByPersonalCode(var code) ->
          new LookupValue(LookupKind.PERSONAL_CODE, code.symbols());
    };
  }

  private static String checkedKey(String after) {
    try {
      return UUID.fromString(after).toString();
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("people.refused.page");
    }
  }

  private static long number(@Nullable String after) {
    try {
      return after == null ? 0 : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("people.refused.page");
    }
  }
}
