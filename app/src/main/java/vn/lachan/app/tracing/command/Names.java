package vn.lachan.app.tracing.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers the names of a file 0, 1, 2 …, because the engine knows persons and places by number. */
final class Names {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  /** Numbers the names anew in their order as text; gives the new number of each old one. */
  int[] sort() {
    var sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    for (int number = 0; number < sorted.size(); number++) {
      numbers.put(sorted.get(number), number);
    }
    int[] newNumbers = names.stream().mapToInt(name -> find(name).orElseThrow()).toArray();
    names.clear();
    names.addAll(sorted);
    return newNumbers;
  }

  OptionalInt find(String name) {
    Integer known = numbers.get(name);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String name(long number) {
    return names.get(Math.toIntExact(number));
  }
}
