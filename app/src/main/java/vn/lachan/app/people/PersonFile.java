package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the program holds about one person, masked.
 *
 * @param person the record that stands for all
 * @param records every record of the person, the standing one first
 * @param household who lives with the person now
 * @param duplicates possible duplicates of any of the records, open ones first
 */
public record PersonFile(
    MaskedPerson person,
    List<Entry> records,
    List<MaskedPerson> household,
    List<PossibleDuplicate> duplicates) {
  public PersonFile {
    records = List.copyOf(records);
    household = List.copyOf(household);
    duplicates = List.copyOf(duplicates);
  }

  /**
   * One record.
   *
   * @param mergedAt null for a record that stands for itself
   */
  public record Entry(
      UUID publicId,
      MaskedPerson person,
      Source source,
      Instant createdAt,
      @Nullable Instant mergedAt,
      @Nullable MergeReason mergeReason) {}
}
