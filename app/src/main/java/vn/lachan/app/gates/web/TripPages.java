package vn.lachan.app.gates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.gates.TripDecision;
import vn.lachan.app.gates.TripOffice;
import vn.lachan.app.gates.TripOffice.TripFilter;
import vn.lachan.app.gates.TripOffice.TripRow;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;

/** Trips through checkpoints as officers find them: the list, one of them, the figures, a file. */
@Controller
@RequestMapping("/gates/trips")
@Requires(Permission.VISITS_READ)
class TripPages {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final int FIGURE_DAYS = 14;
  private static final List<String> COLUMNS =
      List.of(
          "at",
          "place",
          "plate",
          "vehicle",
          "direction",
          "people",
          "decision",
          "reason",
          "received");

  private final TripOffice office;
  private final Formats formats;
  private final MessageSource messages;
  private final ProgramSettings program;
  private final Clock clock;

  TripPages(
      TripOffice office,
      Formats formats,
      MessageSource messages,
      ProgramSettings program,
      Clock clock) {
    this.office = office;
    this.formats = formats;
    this.messages = messages;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(Actor actor, @RequestParam Map<String, String> parameters, Model model) {
    Map<String, String> asked = written(parameters);
    TripFilter filter = filter(asked);
    return show(
        actor,
        asked,
        filter,
        office.list(actor, filter, parameters.get("after"), Limits.PAGE_ROWS),
        model);
  }

  /** A plate stands in the body, never in an address. */
  @PostMapping("/find")
  String find(Actor actor, @RequestParam String plate, Model model) {
    if (plate.isBlank()) {
      return "redirect:/gates/trips";
    }
    List<TripRow> found = office.ofPlate(actor, plate, clock.instant());
    model.addAttribute("plate", plate);
    return show(actor, Map.of(), TripFilter.all(), new Page<>(found, null), model);
  }

  @GetMapping("/{trip}")
  String one(Actor actor, @PathVariable UUID trip, Model model) {
    return file(actor, office.get(actor, trip), model);
  }

  /** Plate and papers, for a purpose; the answer to a form, so that no address opens them again. */
  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/{trip}/open")
  String open(
      Actor actor,
      @PathVariable UUID trip,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response) {
    TripOffice.OpenedTrip opened = office.open(actor, trip, purpose.because(note));
    model.addAttribute("opened", opened);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return file(actor, opened.file(), model);
  }

  @GetMapping("/figures")
  String figures(Actor actor, @RequestParam Map<String, String> parameters, Model model) {
    Map<String, String> asked = written(parameters);
    TripFilter typed = filter(asked);
    LocalDate to =
        typed.to() == null ? LocalDate.ofInstant(clock.instant(), program.zone()) : typed.to();
    LocalDate from = typed.from() == null ? to.minusDays(FIGURE_DAYS - 1L) : typed.from();
    var filter = new TripFilter(typed.place(), from, to, null);
    model.addAttribute("table", TripTotals.of(office.figures(actor, filter)));
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("place", asked.get("place"));
    model.addAttribute("checkpoints", office.checkpoints(actor));
    return "gates/trip-figures";
  }

  /** Masked; an act in the audit record, so it is asked for by a form. */
  @Requires(Permission.DECLARATIONS_EXPORT)
  @PostMapping("/export")
  ResponseEntity<byte[]> export(
      Actor actor,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      @RequestParam Map<String, String> parameters,
      Locale language) {
    List<TripRow> rows = office.export(actor, filter(written(parameters)), purpose.because(note));
    var out = new ByteArrayOutputStream();
    List<String> titles =
        COLUMNS.stream().map(name -> say("gates.trips.column." + name, language)).toList();
    try (CsvSheet sheet = CsvSheet.open(out, titles, formats)) {
      rows.forEach(row -> sheet.row(cells(row, language)));
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("chuyen-qua-chot.csv").build().toString())
        .body(out.toByteArray());
  }

  private List<@Nullable Object> cells(TripRow row, Locale language) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.at());
    cells.add(row.place().name());
    cells.add(row.plate());
    cells.add(say("gates.trip.vehicle." + row.vehicle(), language));
    cells.add(say("gates.trip.direction." + row.direction().toLowerCase(Locale.ROOT), language));
    cells.add(row.people());
    cells.add(say("gates.trip.decision." + row.decision().code(), language));
    cells.add(row.reason() == null ? null : say("gates.trip.reason." + row.reason(), language));
    cells.add(row.receivedAt());
    return cells;
  }

  private String show(
      Actor actor, Map<String, String> asked, TripFilter filter, Page<TripRow> page, Model model) {
    model.addAttribute("page", page);
    model.addAttribute("asked", asked);
    model.addAttribute("filtered", !filter.equals(TripFilter.all()));
    model.addAttribute("checkpoints", office.checkpoints(actor));
    model.addAttribute("decisions", List.of(TripDecision.values()));
    model.addAttribute("mayExport", actor.may(Permission.DECLARATIONS_EXPORT));
    model.addAttribute("purposes", Purpose.values());
    return "gates/trips";
  }

  private String file(Actor actor, TripOffice.TripFile file, Model model) {
    model.addAttribute("file", file);
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("purposes", Purpose.values());
    return "gates/trip";
  }

  private static Map<String, String> written(Map<String, String> parameters) {
    Map<String, String> written = new LinkedHashMap<>();
    for (String name : List.of("place", "from", "to", "decision", "after")) {
      String value = parameters.get(name);
      if (value != null && !value.isBlank()) {
        written.put(name, value.strip());
      }
    }
    return written;
  }

  private static TripFilter filter(Map<String, String> written) {
    try {
      String place = written.get("place");
      String decision = written.get("decision");
      return new TripFilter(
          place == null ? null : UUID.fromString(place),
          day(written.get("from")),
          day(written.get("to")),
          decision == null
              ? null
              : TripDecision.valueOf(decision.toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw Refusal.invalid("gates.refused.filter");
    }
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    if (text == null) {
      return null;
    }
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1900 || day.getYear() > 9999) {
      throw Refusal.invalid("gates.refused.filter");
    }
    return day;
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
