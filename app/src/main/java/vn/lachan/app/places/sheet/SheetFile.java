package vn.lachan.app.places.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lachan.app.kernel.Refusal;

/**
 * An uploaded table. What it is, is told by its content, never by its name. Opening it checks it
 * whole: whatever passes can be read. Rows come in Unicode; text in the older Vietnamese encodings
 * is recognised, converted, and said in the notes.
 */
public final class SheetFile {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final int SAMPLE_ROWS = 2_000;

  private final SheetSource source;
  private final List<Script> scripts = new ArrayList<>();
  private final List<SheetNote> notes;

  private SheetFile(SheetSource source) {
    this.source = source;
    this.notes = new ArrayList<>(source.notes());
    for (int sheet = 0; sheet < source.names().size(); sheet++) {
      scripts.add(script(sheet));
    }
    scripts.stream()
        .filter(script -> script != Script.UNICODE)
        .distinct()
        .forEach(script -> notes.add(new SheetNote(script.name().toLowerCase(Locale.ROOT), 0)));
  }

  /**
   * @throws Refusal {@code places.import.refused} with what is wrong and what to do
   */
  public static SheetFile open(byte[] content, SheetLimits limits) {
    return new SheetFile(
        switch (FileKind.of(content)) {
          case XLSX -> new XlsxSource(content, limits);
          case TEXT -> new CsvSource(content, limits);
        });
  }

  /** Names of the sheets that are shown; one without a name for a text file. */
  public List<String> sheets() {
    return source.names();
  }

  public List<SheetNote> notes() {
    return List.copyOf(notes);
  }

  /** All rows of a sheet that hold anything, in their order, until the taker has enough. */
  public void read(int sheet, RowTaker taker) {
    Script script = scripts.get(sheet);
    source.read(
        sheet,
        row ->
            taker.take(
                new SheetRow(
                    row.line(), row.cells().stream().map(cell -> clean(cell, script)).toList())));
  }

  private Script script(int sheet) {
    var guess = new ScriptGuess();
    var rows = new int[1];
    source.read(
        sheet,
        row -> {
          row.cells().forEach(guess::add);
          return ++rows[0] < SAMPLE_ROWS;
        });
    return guess.script();
  }

  private static String clean(String cell, Script script) {
    String text =
        cell.length() > SheetLimits.CELL_CHARACTERS_MOST
            ? cell.substring(0, SheetLimits.CELL_CHARACTERS_MOST)
            : cell;
    String read = Normalizer.normalize(ScriptGuess.read(text, script), Normalizer.Form.NFC);
    return BLANKS.matcher(read).replaceAll(" ").strip();
  }
}
