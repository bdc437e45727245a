package vn.lachan.app.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/** Reads the keys of the persons asked about in one statement, and seals or opens with them. */
@Component
class PersonSealing implements PersonSeals {
  private final PersonTable persons;
  private final Keyring keyring;

  PersonSealing(PersonTable persons, Keyring keyring) {
    this.persons = persons;
    this.keyring = keyring;
  }

  @Override
  public Optional<byte[]> seal(Plain plain) {
    return Optional.ofNullable(sealAll(List.of(plain)).get(plain.thing()));
  }

  @Override
  public Map<String, byte[]> sealAll(Collection<Plain> texts) {
    Map<Long, PersonRow> rows = rows(texts, Plain::person);
    Map<String, byte[]> sealed = HashMap.newHashMap(texts.size());
    for (Plain plain : texts) {
      PersonRow row = rows.get(plain.person());
      Sealed own = row == null ? null : row.sealed();
      if (row != null && own != null) {
        sealed.put(
            plain.thing(),
            keyring.sealWith(
                own.wrappedKey(),
                row.publicId().toString(),
                plain.text(),
                context(row, plain.thing())));
      }
    }
    return sealed;
  }

  @Override
  public Optional<String> open(Row row) {
    return Optional.ofNullable(openAll(List.of(row)).get(row.thing()));
  }

  @Override
  public Map<String, String> openAll(Collection<Row> asked) {
    Map<Long, PersonRow> rows = rows(asked, Row::person);
    Map<String, String> opened = HashMap.newHashMap(asked.size());
    for (Row one : asked) {
      PersonRow row = rows.get(one.person());
      Sealed own = row == null ? null : row.sealed();
      if (row != null && own != null) {
        opened.put(
            one.thing(),
            keyring.openWith(
                new Sealed(own.wrappedKey(), one.sealed()),
                row.publicId().toString(),
                context(row, one.thing())));
      }
    }
    return opened;
  }

  private <T> Map<Long, PersonRow> rows(Collection<T> asked, Function<T, Long> person) {
    Map<Long, PersonRow> rows = new HashMap<>();
    if (!asked.isEmpty()) {
      persons
          .rows(asked.stream().map(person).distinct().toList())
          .forEach(row -> rows.put(row.number(), row));
    }
    return rows;
  }

  private static String context(PersonRow row, String thing) {
    return row.publicId() + " " + thing;
  }
}
