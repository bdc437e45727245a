package vn.lachan.app.tracing.command;

import java.util.ArrayList;
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

  OptionalInt find(String name) {
    Integer known = numbers.get(name);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String name(long number) {
    return names.get(Math.toIntExact(number));
  }
}
