package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lachan.engine.scan.PersonName;

/**
 * Compares a typed name with a stored one, as somebody would who knows Vietnamese names: accents
 * may be missing, words may be left out, exchanged or cut to their first letters, and a word may
 * hold one typing error. The given name, the last word, weighs most. Pure.
 */
final class NameLikeness {
  private static final double ERROR = 0.72;
  private static final double ABBREVIATED = 0.75;
  private static final double MISSING_WORD = 0.08;
  private static final double OTHER_ORDER = 0.04;
  private static final double OTHER_GIVEN_NAME = 0.08;
  private static final double SAME_ACCENTS = 0.03;

  /** A name this unlike is not shown. */
  private static final double LEAST = 0.5;

  private final PersonName typed;
  private final PersonName stored;
  private final List<String> asked;
  private final List<String> known;

  /** For each typed word the position of the stored word it was matched with, -1 for none. */
  private final int[] matched;

  private final double[] scores;

  private NameLikeness(PersonName typed, PersonName stored) {
    this.typed = typed;
    this.stored = stored;
    this.asked = NameWords.of(typed.key());
    this.known = NameWords.of(stored.key());
    this.matched = new int[asked.size()];
    this.scores = new double[asked.size()];
    Arrays.fill(matched, -1);
  }

  /** How like they are; empty where nobody would call them alike. */
  static Optional<Found> compare(PersonName typed, PersonName stored) {
    return new NameLikeness(typed, stored).compare();
  }

  private Optional<Found> compare() {
    match(1);
    match(ABBREVIATED);
    match(ERROR);
    long missing = Arrays.stream(matched).filter(position -> position < 0).count();
    if (missing > (asked.size() >= 3 ? 1 : 0) || isOfOtherGivenName()) {
      return Optional.empty();
    }
    double score = score();
    return score < LEAST ? Optional.empty() : Optional.of(new Found(likeness(), score));
  }

  /** Matches what is as good as this; the best matches are made first, each word once. */
  private void match(double goodness) {
    for (int word = 0; word < asked.size(); word++) {
      for (int position = 0; position < known.size() && matched[word] < 0; position++) {
        if (!isTaken(position) && goodness(asked.get(word), known.get(position)) == goodness) {
          matched[word] = position;
          scores[word] = goodness;
        }
      }
    }
  }

  /**
   * Whoever is called otherwise is somebody else. The given name may also have been typed first, or
   * be one word of a longer one.
   */
  private boolean isOfOtherGivenName() {
    int last = asked.size() - 1;
    int given = known.size() - 1;
    return isTaken(given) ? matched[last] < 0 && matched[0] != given : scores[last] < 1;
  }

  private boolean isTaken(int position) {
    return Arrays.stream(matched).anyMatch(taken -> taken == position);
  }

  private static double goodness(String word, String other) {
    if (word.equals(other)) {
      return 1;
    }
    if (NameWords.isAbbreviation(word) && other.startsWith(word)) {
      return ABBREVIATED;
    }
    boolean longEnough = Math.max(word.length(), other.length()) > 2;
    return longEnough && NameWords.oneErrorApart(word, other) ? ERROR : 0;
  }

  private double score() {
    double score = Arrays.stream(scores).sum() / asked.size();
    score -= MISSING_WORD * Math.max(0, known.size() - asked.size());
    if (!isInOrder()) {
      score -= OTHER_ORDER;
    }
    if (!isTaken(known.size() - 1)) {
      score -= OTHER_GIVEN_NAME;
    }
    return isWrittenAlike() ? score + SAME_ACCENTS : score;
  }

  private boolean isInOrder() {
    int last = -1;
    for (int position : matched) {
      if (position >= 0 && position < last) {
        return false;
      }
      last = Math.max(last, position);
    }
    return true;
  }

  /** Whether every typed word stands in the stored name with the same accents. */
  private boolean isWrittenAlike() {
    List<String> words =
        new ArrayList<>(Arrays.asList(stored.text().toLowerCase(java.util.Locale.ROOT).split(" ")));
    return Arrays.stream(typed.text().toLowerCase(java.util.Locale.ROOT).split(" "))
        .allMatch(words::remove);
  }

  private Likeness likeness() {
    if (asked.equals(known)) {
      return Likeness.SAME;
    }
    return Arrays.stream(scores).allMatch(score -> score == 1) ? Likeness.WORDS : Likeness.NEAR;
  }

  /**
   * How like two names are.
   *
   * @param score higher is more alike; about 1 for the same name
   */
  record Found(Likeness likeness, double score) {}
}
