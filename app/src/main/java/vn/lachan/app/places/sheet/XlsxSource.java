package vn.lachan.app.places.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.lachan.app.kernel.Refusal;

/** A workbook that was checked; only the sheets that a person sees in it count. */
final class XlsxSource implements SheetSource {
  private final byte[] content;
  private final SheetLimits limits;
  private final boolean styled;
  private final List<Integer> shown = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<SheetNote> notes = new ArrayList<>();

  XlsxSource(byte[] content, SheetLimits limits) {
    this.content = content;
    this.limits = limits;
    XlsxCheck.Found found = XlsxCheck.check(content, limits);
    Map<String, SheetWalk> walks = found.walks();
    this.styled = found.styled();
    note("merged", walks.values().stream().mapToInt(SheetWalk::merged).sum());
    note("formulas", walks.values().stream().mapToInt(SheetWalk::formulas).sum());
    findSheets(walks.values());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<SheetNote> notes() {
    return notes;
  }

  @Override
  public void read(int sheet, RowTaker taker) {
    try (ReadableWorkbook book = open();
        Stream<Row> rows = book.getSheet(shown.get(sheet)).orElseThrow().openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        List<String> cells = texts(row);
        boolean filled = cells.stream().anyMatch(cell -> !cell.isBlank());
        if (filled && !taker.take(new SheetRow(row.getRowNum(), cells))) {
          return;
        }
      }
    } catch (IOException | ExcelReaderException unreadable) {
      throw Refusal.invalid("places.import.refused.damaged");
    }
  }

  private void findSheets(Collection<SheetWalk> walks) {
    try (ReadableWorkbook book = open();
        Stream<Sheet> sheets = book.getSheets()) {
      sheets
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .forEach(
              sheet -> {
                shown.add(sheet.getIndex());
                names.add(sheet.getName());
              });
    } catch (IOException | ExcelReaderException unreadable) {
      throw Refusal.invalid("places.import.refused.damaged");
    }
    if (shown.isEmpty() || walks.stream().allMatch(walk -> walk.rows() == 0)) {
      throw Refusal.invalid("places.import.refused.empty");
    }
  }

  private ReadableWorkbook open() throws IOException {
    return new ReadableWorkbook(
        new ByteArrayInputStream(content), new ReadingOptions(styled, true));
  }

  private void note(String code, int count) {
    if (count > 0) {
      notes.add(new SheetNote(code, count));
    }
  }

  private List<String> texts(Row row) {
    int count = Math.min(row.getCellCount(), limits.columns());
    List<String> texts = new ArrayList<>(count);
    for (int column = 0; column < count; column++) {
      Cell cell = row.getCell(column);
      texts.add(cell == null ? "" : CellText.of(cell));
    }
    return texts;
  }
}
