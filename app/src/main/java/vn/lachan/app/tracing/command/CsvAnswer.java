package vn.lachan.app.tracing.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import vn.lachan.engine.tracing.Contact;

/** One line a contact. Cells are data as they are; a spreadsheet may take some for formulas. */
final class CsvAnswer {
  private CsvAnswer() {}

  static void write(Answer answer, Writer out) {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(
          "person", "generation", "class", "minutes", "first_at", "last_at", "via", "reason");
      for (Contact contact : answer.result().contacts()) {
        csv.writeRecord(
            answer.person(contact.person()),
            Integer.toString(contact.generation()),
            Answer.word(contact.contactClass()),
            Long.toString(contact.minutes()),
            Times.write(contact.firstAt()),
            Times.write(contact.lastAt()),
            answer.person(contact.via()),
            answer.sentence(contact.mainExposure().reason()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
