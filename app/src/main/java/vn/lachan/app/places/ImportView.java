package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.sheet.SheetNote;

/**
 * An import as its officer sees it.
 *
 * @param startedAt when its rows were taken out of the file; null before
 * @param job the work that writes the rows, the latest
 * @param waiting rows that have no answer yet
 * @param accepted rows that are places now
 * @param existing rows whose place was there already
 * @param wrong rows that must be corrected
 */
public record ImportView(
    UUID id,
    String fileName,
    Instant createdAt,
    List<SheetNote> notes,
    @Nullable Instant startedAt,
    @Nullable UUID job,
    @Nullable Instant undoneAt,
    int waiting,
    int accepted,
    int existing,
    int wrong) {
  public ImportView {
    notes = List.copyOf(notes);
  }

  public boolean isStarted() {
    return startedAt != null;
  }

  public boolean isUndone() {
    return undoneAt != null;
  }

  public int rows() {
    return waiting + accepted + existing + wrong;
  }

  @Override
  public String toString() {
    return "ImportView[" + id + "]";
  }
}
