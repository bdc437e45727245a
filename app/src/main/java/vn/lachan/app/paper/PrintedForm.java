package vn.lachan.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import vn.lachan.app.paper.PrintFonts.Box;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.Questionnaire;

/**
 * A questionnaire as a page of A4 to write on: its exact labels, boxes, and before each option the
 * digit that a keyer types. A form that is too long is set smaller until it fits.
 */
final class PrintedForm {
  static final float WIDTH = PageSize.A4.getWidth();
  static final float HEIGHT = PageSize.A4.getHeight();
  static final float MARGIN = 32;

  private static final float GAP = 8;
  private static final float ROW_GAP = 5;
  private static final float SIZE = 10.5f;
  private static final float BOX = 21;
  private static final float TICK = 11;
  private static final float SCALE_MOST = 1.16f;
  private static final float SCALE_LEAST = 0.5f;
  private static final float SCALE_STEP = 0.03f;
  private static final float INDENT = 10;
  private static final float LINE_WIDTH = 0.6f;

  private final PdfContentByte canvas;
  private final PrintFonts fonts;
  private final List<List<PrintedCell>> rows;
  private float scale = 1;

  /**
   * How a form speaks on paper.
   *
   * @param truths the words for no and yes
   * @param instead of the text of an item, by its linkId: on paper nobody presses a button
   */
  record Wording(String language, List<String> truths, Map<String, String> instead) {
    Wording {
      truths = List.copyOf(truths);
      instead = Map.copyOf(instead);
    }

    private String of(Item item) {
      return instead.getOrDefault(item.linkId(), item.text().in(language));
    }
  }

  PrintedForm(PdfContentByte canvas, PrintFonts fonts, Questionnaire form, Wording wording) {
    this.canvas = canvas;
    this.fonts = fonts;
    List<PrintedCell> cells = new ArrayList<>();
    collect(form.items(), wording, false, cells);
    this.rows = inRows(cells);
  }

  /** Draws everything between two heights, which count from the lower edge of the page. */
  void draw(float top, float bottom) {
    scale = SCALE_MOST;
    while (scale > SCALE_LEAST && height() > top - bottom) {
      scale -= SCALE_STEP;
    }
    float rest = top - bottom - height();
    float more = Math.max(0, Math.min(rest / Math.max(1, rows.size()), GAP));
    float y = top;
    for (List<PrintedCell> row : rows) {
      float height = height(row);
      float left = MARGIN;
      for (PrintedCell cell : row) {
        float width = width(cell);
        draw(cell, new Box(left + indent(cell), y, width - indent(cell), height));
        left += width + GAP;
      }
      y -= height + ROW_GAP * scale + more;
    }
  }

  private static void collect(
      List<Item> items, Wording wording, boolean inner, List<PrintedCell> cells) {
    for (Item item : items) {
      boolean shown = !item.hidden() && !item.isCalculated();
      boolean named = shown && !wording.of(item).isEmpty();
      if (named) {
        cells.add(
            PrintedCell.of(item, wording.of(item), wording.language(), wording.truths(), inner));
      }
      if (shown) {
        collect(item.items(), wording, named, cells);
      }
    }
  }

  /** Side by side as long as there is room; words and questions with two answers stand alone. */
  private static List<List<PrintedCell>> inRows(List<PrintedCell> cells) {
    List<List<PrintedCell>> rows = new ArrayList<>();
    List<PrintedCell> row = new ArrayList<>();
    int used = 0;
    for (PrintedCell cell : cells) {
      if (used + cell.columns() > PrintedCell.COLUMNS && !row.isEmpty()) {
        rows.add(row);
        row = new ArrayList<>();
        used = 0;
      }
      row.add(cell);
      used += cell.columns();
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  private float height() {
    float height = 0;
    for (List<PrintedCell> row : rows) {
      height += height(row) + ROW_GAP * scale;
    }
    return height;
  }

  private float height(List<PrintedCell> row) {
    float height = 0;
    for (PrintedCell cell : row) {
      height = Math.max(height, height(cell));
    }
    return height;
  }

  private float height(PrintedCell cell) {
    float width = width(cell) - indent(cell);
    return switch (cell.kind()) {
      case TEXT, HEADING -> words(cell, width);
      case TICKED -> Math.max(words(cell, width - TICK * scale - 4), BOX * scale);
      case ASKED -> Math.max(words(cell, width - optionsWidth(cell)), TICK * scale + 3);
      case CHOSEN -> words(cell, width) + BOX * scale;
      case WRITTEN -> words(cell, width) + cell.lines() * BOX * scale;
    };
  }

  private float words(PrintedCell cell, float width) {
    return fonts.height(canvas, face(cell), size(cell), width, cell.label());
  }

  private BaseFont face(PrintedCell cell) {
    return cell.kind() == PrintedCell.Kind.HEADING ? fonts.bold() : fonts.regular();
  }

  private float size(PrintedCell cell) {
    return cell.kind() == PrintedCell.Kind.TEXT ? SIZE * 0.85f * scale : SIZE * 0.92f * scale;
  }

  private static float width(PrintedCell cell) {
    float column = (WIDTH - 2 * MARGIN + GAP) / PrintedCell.COLUMNS;
    return column * cell.columns() - GAP;
  }

  private static float indent(PrintedCell cell) {
    return cell.inner() && cell.columns() == PrintedCell.COLUMNS ? INDENT : 0;
  }

  private void draw(PrintedCell cell, Box box) {
    canvas.setLineWidth(LINE_WIDTH);
    switch (cell.kind()) {
      case TEXT, HEADING -> fonts.write(canvas, face(cell), size(cell), box, cell.label());
      case TICKED -> drawTicked(cell, box);
      case ASKED -> drawAsked(cell, box);
      case CHOSEN -> {
        fonts.write(canvas, face(cell), size(cell), box, cell.label());
        drawOptions(cell, box.left(), box.top() - words(cell, box.width()) - 4 * scale);
      }
      case WRITTEN -> drawWritten(cell, box);
    }
  }

  private void drawTicked(PrintedCell cell, Box box) {
    float tick = TICK * scale;
    float top = box.top() - (box.height() - tick) / 2;
    tick(box.left(), top);
    float left = box.left() + tick + 4;
    fonts.write(
        canvas,
        face(cell),
        size(cell),
        new Box(left, top + 1, box.width() - tick - 4, box.height()),
        cell.label());
  }

  private void drawAsked(PrintedCell cell, Box box) {
    float options = optionsWidth(cell);
    fonts.write(
        canvas,
        face(cell),
        size(cell),
        new Box(box.left(), box.top(), box.width() - options, box.height()),
        cell.label());
    drawOptions(cell, box.left() + box.width() - options + GAP, box.top() - 1);
  }

  private void drawWritten(PrintedCell cell, Box box) {
    float words = words(cell, box.width());
    fonts.write(canvas, face(cell), size(cell), box, cell.label());
    float top = box.top() - words - 2 * scale;
    float height = BOX * scale - 4 * scale;
    if (!cell.comb().isEmpty()) {
      comb(canvas, cell.comb(), new Box(box.left(), top, box.width(), height));
      return;
    }
    for (int line = 0; line < cell.lines(); line++) {
      canvas.rectangle(box.left(), top - height, box.width(), height);
      canvas.stroke();
      top -= height;
    }
  }

  /** Boxes of equal width for single letters, a little apart between the groups. */
  static void comb(PdfContentByte canvas, List<Integer> groups, Box box) {
    int cells = groups.stream().mapToInt(Integer::intValue).sum();
    float apart = box.height() * 0.35f;
    float side = Math.min(box.height(), (box.width() - apart * (groups.size() - 1)) / cells);
    float left = box.left();
    for (int group : groups) {
      for (int i = 0; i < group; i++) {
        canvas.rectangle(left, box.top() - box.height(), side, box.height());
        left += side;
      }
      left += apart;
    }
    canvas.stroke();
  }

  private void drawOptions(PrintedCell cell, float left, float top) {
    float size = SIZE * 0.92f * scale;
    float x = left;
    for (int i = 0; i < cell.options().size(); i++) {
      String digit = Integer.toString(i + 1);
      float digitWidth = fonts.regular().getWidthPoint(digit, size * 0.75f) + 2;
      fonts.write(canvas, fonts.regular(), size * 0.75f, new Box(x, top - 1, 20, size * 2), digit);
      tick(x + digitWidth, top);
      float words = x + digitWidth + TICK * scale + 3;
      fonts.write(
          canvas,
          fonts.regular(),
          size,
          new Box(words, top + 1, 200, size * 2),
          cell.options().get(i));
      x = words + fonts.regular().getWidthPoint(cell.options().get(i), size) + 9 * scale;
    }
  }

  private float optionsWidth(PrintedCell cell) {
    float size = SIZE * 0.92f * scale;
    float width = 14;
    for (String option : cell.options()) {
      width +=
          fonts.regular().getWidthPoint(option, size)
              + fonts.regular().getWidthPoint("1", size * 0.75f)
              + 5
              + (TICK + 9) * scale;
    }
    return width;
  }

  private void tick(float left, float top) {
    canvas.rectangle(left, top - TICK * scale, TICK * scale, TICK * scale);
    canvas.stroke();
  }
}
