package vn.lachan.app.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.simulation.InventedCommunes;
import vn.lachan.simulation.ProvinceSpec;
import vn.lachan.simulation.SyntheticProvince;

/**
 * How much a thief of the tokens reads who knows how common every name is, but not which tokens
 * come together. Not a test: run its main.
 */
final class NameLeakBench {
  private static final int PEOPLE = 100_000;
  private static final double RARE = 0.001;

  private final NameTokens tokens = new NameTokens(Keyring.generate());
  private final Map<String, Integer> bearers = new HashMap<>();
  private final Map<Short, Integer> rows = new HashMap<>();
  private final List<List<String>> names = new ArrayList<>();

  private NameLeakBench() {}

  public static void main(String[] arguments) {
    new NameLeakBench().run();
  }

  private void run() {
    SyntheticProvince province =
        SyntheticProvince.of(
            ProvinceSpec.of(
                7,
                PEOPLE,
                1,
                Instant.parse("2026-03-02T00:00:00Z"),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                "038",
                InventedCommunes.grid(200)));
    for (int index = 0; index < PEOPLE; index++) {
      String key = new PersonName(province.person(index).fullName()).key();
      List<String> words = NameWords.of(key);
      names.add(words);
      new HashSet<>(words).forEach(word -> bearers.merge(word, 1, Integer::sum));
      for (Short token : tokens.stored(key, province.person(index).birthYear())) {
        rows.merge(token, 1, Integer::sum);
      }
    }
    tell(guesses());
  }

  /** Each word, the commonest first, is taken for the token that is nearest in frequency. */
  private Set<String> guesses() {
    Set<String> right = new HashSet<>();
    Set<Short> taken = new HashSet<>();
    List<String> words = new ArrayList<>(bearers.keySet());
    words.sort(Comparator.comparing((String word) -> -bearers.getOrDefault(word, 0)));
    for (String word : words) {
      int expected = bearers.getOrDefault(word, 0);
      Short guess =
          rows.entrySet().stream()
              .filter(row -> !taken.contains(row.getKey()))
              .min(Comparator.comparing(row -> Math.abs(row.getValue() - expected)))
              .map(Map.Entry::getKey)
              .orElseThrow();
      taken.add(guess);
      if (tokens.same(word).contains(guess)) {
        right.add(word);
      }
    }
    return right;
  }

  private void tell(Set<String> right) {
    long all = names.stream().mapToLong(List::size).sum();
    long read = names.stream().flatMap(List::stream).filter(right::contains).count();
    long given = names.stream().filter(words -> right.contains(words.getLast())).count();
    List<String> rare =
        bearers.entrySet().stream()
            .filter(word -> word.getValue() < RARE * PEOPLE)
            .map(Map.Entry::getKey)
            .toList();
    long rareRead = rare.stream().filter(right::contains).count();
    System.out.printf(
        "%,d people, %d words, %d tokens in use%n", PEOPLE, bearers.size(), rows.size());
    System.out.printf("words of all names read rightly: %.1f %%%n", 100.0 * read / all);
    System.out.printf("given names read rightly: %.1f %%%n", 100.0 * given / PEOPLE);
    System.out.printf("rare words read rightly: %d of %d%n", rareRead, rare.size());
  }
}
