package vn.lachan.app.places.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * What a walk through one sheet found. A cell that claims to stand beyond the last column that
 * spreadsheets have would make a reader fill a row up to there.
 */
record SheetWalk(int rows, int merged, int formulas) {
  /** XFD, the last column of a spreadsheet. */
  private static final int SPREADSHEET_COLUMNS = 16_384;

  private static final int SPREADSHEET_ROWS = 1_048_576;

  static SheetWalk of(InputStream part, SheetLimits limits) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(part);
      try {
        return new Walker(limits).walk(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException damaged) {
      throw Refusal.invalid("places.import.refused.damaged");
    }
  }

  private static final class Walker {
    private final SheetLimits limits;
    private int rows;
    private int merged;
    private int formulas;
    private int column;
    private boolean rowCounted;

    Walker(SheetLimits limits) {
      this.limits = limits;
    }

    SheetWalk walk(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          start(xml);
        }
      }
      return new SheetWalk(rows, merged, formulas);
    }

    private void start(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "row" -> {
          rowCounted = false;
          column = 0;
        }
        case "c" -> column = column(xml.getAttributeValue(null, "r"));
        case "v", "is" -> value();
        case "f" -> formulas++;
        case "mergeCell" -> merged++;
        default -> {}
      }
    }

    private void value() {
      if (column > limits.columns()) {
        throw Refusal.invalid("places.import.refused.columns", limits.columns());
      }
      if (!rowCounted && ++rows > limits.rows()) {
        throw Refusal.invalid("places.import.refused.rows", limits.rows());
      }
      rowCounted = true;
    }

    private int column(@Nullable String reference) {
      if (reference == null) {
        return column + 1;
      }
      int letters = 0;
      int number = 0;
      while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
        number = Math.min(1 << 20, number * 26) + (reference.charAt(letters) & 0x1f);
        letters++;
      }
      String row = reference.substring(letters);
      boolean sound =
          number <= SPREADSHEET_COLUMNS
              && row.matches("\\d{1,7}")
              && Integer.parseInt(row) <= SPREADSHEET_ROWS;
      if (!sound) {
        throw Refusal.invalid("places.import.refused.columns", limits.columns());
      }
      return number;
    }
  }
}
