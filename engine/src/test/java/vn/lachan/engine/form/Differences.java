package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine and HAPI judge differently, and why: the table of docs/adr/0013-forms.md. A
 * difference that no line explains fails the test.
 */
final class Differences {
  private static final String NO_EXPANSION = "HAPI looks codes up, offline in vain";

  /** Faults that the engine alone finds. */
  private static final Map<FaultCode, String> ENGINE_ALONE =
      Map.of(
          FaultCode.AUTHORED_OUTSIDE_PERIOD, "HAPI warns",
          FaultCode.ANSWER_HAS_LINE_BREAK, "HAPI warns",
          FaultCode.ANSWER_TYPE_WRONG, "HAPI takes words for a choice of a value set",
          FaultCode.ANSWER_NOT_OFFERED,
              "HAPI does not look at the system, or cannot expand the set",
          FaultCode.SCORE_WRONG, "HAPI computes no score");

  /** Words of HAPI's errors that the engine does not share. */
  private static final Map<String, String> HAPI_ALONE =
      Map.ofEntries(
          Map.entry("The date ", "HAPI recognises no date among date options"),
          Map.entry("number of answers is", "HAPI refuses exactly minOccurs or maxOccurs answers"),
          Map.entry("even though it is not enabled", "HAPI takes != for false without an answer"),
          Map.entry("incompatible types", "HAPI gives up on a condition about words and codes"),
          Map.entry("Code \"vi\" is not in valueset", "the binding of language is only preferred"),
          Map.entry("(dom-3)", "what referred to it was taken out"),
          Map.entry("Validation failed", NO_EXPANSION),
          Map.entry("Unknown code", NO_EXPANSION),
          Map.entry("Unknown Code System", NO_EXPANSION),
          Map.entry("could not be found", NO_EXPANSION),
          Map.entry("is unknown", NO_EXPANSION));

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int cases;
  private int bad;

  void compare(String name, List<Fault> faults, List<String> errors) {
    cases++;
    bad += errors.isEmpty() ? 0 : 1;
    if (faults.isEmpty() == errors.isEmpty()) {
      return;
    }
    for (Fault fault : faults) {
      explain(name + " " + fault, ENGINE_ALONE.get(fault.code()));
    }
    for (String error : errors) {
      String why = null;
      for (Map.Entry<String, String> entry : HAPI_ALONE.entrySet()) {
        why = error.contains(entry.getKey()) ? entry.getValue() : why;
      }
      explain(name + " " + error, why);
    }
  }

  void assertAllExplained(String what) {
    System.out.printf(
        "%s: %d verdicts compared, %d bad, differences %s%n", what, cases, bad, counts);
    assertThat(unexplained).isEmpty();
  }

  private void explain(String difference, @Nullable String why) {
    if (why == null) {
      unexplained.add(difference);
    } else {
      counts.merge(why, 1, Integer::sum);
    }
  }
}
