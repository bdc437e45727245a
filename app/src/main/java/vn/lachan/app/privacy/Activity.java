package vn.lachan.app.privacy;

import java.util.List;

/**
 * One processing of personal data, for the record of processing.
 *
 * @param key also the end of the message keys that describe it
 * @param classes classes of personal data in it
 * @param bases on what it rests on the day asked for
 * @param rows about how many rows its tables hold now
 * @param lines its columns
 */
public record Activity(
    String key,
    List<String> classes,
    List<LegalBasis> bases,
    long rows,
    List<CatalogueLine> lines) {
  public Activity {
    classes = List.copyOf(classes);
    bases = List.copyOf(bases);
    lines = List.copyOf(lines);
  }

  /** Whether it holds data of persons at all. */
  public boolean personal() {
    return !classes.isEmpty();
  }
}
