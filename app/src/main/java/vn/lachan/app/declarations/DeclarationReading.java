package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonSeals;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/** Fills rows with what lists show beside them, one question a kind of thing. */
@Component
class DeclarationReading {
  private final DeclarationListTable table;
  private final People people;
  private final PersonSeals seals;
  private final Places places;
  private final Accounts accounts;

  DeclarationReading(
      DeclarationListTable table,
      People people,
      PersonSeals seals,
      Places places,
      Accounts accounts) {
    this.table = table;
    this.people = people;
    this.seals = seals;
    this.places = places;
    this.accounts = accounts;
  }

  List<DeclarationRow> rows(List<DeclarationListTable.Row> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Set<Long> persons = new HashSet<>();
    Set<Long> at = new HashSet<>();
    Set<Long> keyers = new HashSet<>();
    for (DeclarationListTable.Row row : found) {
      persons.add(row.person());
      addIfAny(persons, row.byPerson());
      addIfAny(at, row.place());
      addIfAny(keyers, row.capturedBy());
    }
    Map<Long, MaskedPerson> masked = people.masked(persons);
    Map<Long, PlaceCard> cards = at.isEmpty() ? Map.of() : places.cards(at);
    Map<Long, String> names = keyers.isEmpty() ? Map.of() : accounts.names(keyers);
    Map<Long, List<String>> fired =
        table.fired(found.stream().map(DeclarationListTable.Row::number).toList());
    List<DeclarationRow> rows = new ArrayList<>(found.size());
    for (DeclarationListTable.Row row : found) {
      rows.add(
          new DeclarationRow(
              row.number(),
              row.publicId(),
              row.form(),
              row.formVersion(),
              Objects.requireNonNull(masked.get(row.person())),
              row.byPerson() == null ? null : masked.get(row.byPerson()),
              row.unit(),
              row.place() == null ? null : cards.get(row.place()),
              row.way(),
              row.level(),
              fired.getOrDefault(row.number(), List.of()),
              row.declaredAt(),
              row.originalAt(),
              row.receivedAt(),
              row.capturedBy() == null ? null : names.get(row.capturedBy()),
              row.paperSerial()));
    }
    return rows;
  }

  /** The answers; empty once they were destroyed. */
  Optional<String> answers(DeclarationListTable.Row row) {
    return table
        .sealed(row.number())
        .flatMap(
            content ->
                seals.open(
                    new PersonSeals.Row(
                        row.person(), CheckedDeclaration.thing(row.key().toString()), content)));
  }

  List<OpenedDeclaration> opened(Collection<Long> records, int rows) {
    List<DeclarationListTable.Row> found = table.ofPersons(records, rows);
    Map<Long, String> answers = new HashMap<>();
    found.forEach(row -> answers(row).ifPresent(text -> answers.put(row.number(), text)));
    return rows(found).stream()
        .map(row -> new OpenedDeclaration(row, answers.getOrDefault(row.number(), "")))
        .toList();
  }

  private static void addIfAny(Set<Long> numbers, @Nullable Long number) {
    if (number != null) {
      numbers.add(number);
    }
  }
}
