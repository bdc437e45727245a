package vn.lachan.app.places;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;

/**
 * Many places from one table. A file is uploaded, looked at, and run in the background; every row
 * is answered, wrong ones are corrected here or in a spreadsheet, and the whole can be undone while
 * no place of it was used. An import exists for the officer who began it, and reaches only the
 * communes where they may register places.
 */
public interface PlaceImports {
  /** Rows of a preview. */
  int PREVIEW_ROWS = 50;

  /**
   * Takes a file in, sealed.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code places.import.refused} for what is no table, is
   *     damaged, hides more than it shows, or is too large
   */
  UUID upload(Actor actor, String fileName, byte[] content, Instant now);

  /** The actor's imports, the latest first. */
  List<ImportView> list(Actor actor);

  ImportView get(Actor actor, UUID id);

  /**
   * The table as it would be read.
   *
   * @param plan null for what was chosen last, otherwise guessed
   */
  ImportDraft draft(Actor actor, UUID id, @Nullable ImportPlan plan, Instant now);

  /** Keeps the plan, and for the next table with this header too. */
  void plan(Actor actor, UUID id, ImportPlan plan, Map<String, String> typeWords, Instant now);

  /** Takes the rows out of the file, deletes it, and begins to write them in the background. */
  void run(Actor actor, UUID id, Instant now);

  /** Begins again where work was cancelled or broke off. */
  void resume(Actor actor, UUID id, Instant now);

  /** Rows in one state, by line. */
  Page<ImportRow> rows(
      Actor actor, UUID id, ImportRow.State state, @Nullable String after, int rows, Instant now);

  /** Corrects a wrong row and judges it anew at once. */
  ImportRow correct(Actor actor, UUID id, int line, Map<ImportField, String> texts, Instant now);

  /** The wrong rows as a spreadsheet, with what is wrong in a column at the end; audited. */
  void writeWrong(Actor actor, UUID id, WrongWords words, OutputStream out, Instant now);

  /**
   * Takes the corrected spreadsheet of {@link #writeWrong} back.
   *
   * @return how many rows it corrected; they are judged in the background
   */
  int correctAll(Actor actor, UUID id, byte[] content, Instant now);

  /** Closes every place of the import; refused once one of them has a visit. */
  void undo(Actor actor, UUID id, Instant now);

  @Inside("limits are said to everybody who may upload")
  Most most();

  /** What one upload may be at most. */
  record Most(int megabytes, int rows) {}

  /** Words of the spreadsheet of wrong rows, in the reader's language. */
  interface WrongWords {
    String title();

    String line();

    String field(ImportField field);

    String mistake();

    String problem(ImportProblem problem);
  }
}
