package vn.lachan.app.tracing.web;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ItineraryVisitor;
import vn.lachan.app.units.Units;

/** Who was at a published place and window, masked, for a spreadsheet. */
@Component
class ItinerarySheet {
  private static final List<String> COLUMNS =
      List.of("name", "phone", "unit", "first", "last", "minutes", "stays", "evidence");
  private static final List<Integer> WIDTHS = List.of(24, 16, 40, 18, 18, 10, 10, 22);

  private final Units units;
  private final Formats formats;
  private final ProgramSettings program;
  private final MessageSource messages;

  ItinerarySheet(Units units, Formats formats, ProgramSettings program, MessageSource messages) {
    this.units = units;
    this.formats = formats;
    this.program = program;
    this.messages = messages;
  }

  byte[] of(List<ItineraryVisitor> visitors, String reader, Instant now) {
    var out = new ByteArrayOutputStream();
    List<String> titles =
        COLUMNS.stream().map(name -> say("tracing.itinerary.who." + name)).toList();
    try (SheetWriter sheet =
        SheetWriter.open(out, say("tracing.itinerary.sheet"), titles, program.zone())
            .widths(WIDTHS)) {
      visitors.forEach(visitor -> sheet.row(cells(visitor)));
      sheet.row(List.of());
      sheet.row(List.of(say("tracing.itinerary.sheet.watermark", reader, formats.dateTime(now))));
    }
    return out.toByteArray();
  }

  private List<@Nullable Object> cells(ItineraryVisitor visitor) {
    MaskedPerson person = visitor.person();
    return Arrays.asList(
        person.name(),
        person.phone(),
        person.unit() == null ? null : units.path(person.unit()),
        visitor.from(),
        visitor.to(),
        visitor.minutes(),
        visitor.stays(),
        say("tracing.itinerary.evidence." + visitor.evidence().name().toLowerCase(Locale.ROOT)));
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
