package vn.lachan.app.access.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.AuditedPersons;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;

/** Entries as a file for auditors, read page by page while they are written. */
@Component
class AuditSheet {
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "actor",
          "account",
          "kind",
          "code",
          "purpose",
          "case",
          "about",
          "count",
          "persons",
          "block",
          "correlation");
  private static final List<Integer> WIDTHS =
      List.of(10, 18, 24, 10, 30, 26, 30, 10, 30, 10, 40, 10, 26);

  private final Audit audit;
  private final Accounts accounts;
  private final AuditedPersons persons;
  private final Formats formats;
  private final ProgramSettings program;
  private final MessageSource messages;

  AuditSheet(
      Audit audit,
      Accounts accounts,
      AuditedPersons persons,
      Formats formats,
      ProgramSettings program,
      MessageSource messages) {
    this.audit = audit;
    this.accounts = accounts;
    this.persons = persons;
    this.formats = formats;
    this.program = program;
    this.messages = messages;
  }

  void xlsx(EntryFilter filter, int rows, OutputStream out) {
    try (SheetWriter sheet =
        SheetWriter.open(out, say("access.audit.title"), titles(), program.zone()).widths(WIDTHS)) {
      forEach(filter, rows, cells -> sheet.row(cells));
    }
  }

  void csv(EntryFilter filter, int rows, OutputStream out) {
    try (CsvSheet csv = CsvSheet.open(out, titles(), formats)) {
      forEach(filter, rows, csv::row);
    }
  }

  /** The newest first, so many and no more: entries that come meanwhile are not counted. */
  private void forEach(
      EntryFilter filter, int rows, Consumer<List<? extends @Nullable Object>> line) {
    int left = rows;
    EntryFilter asked = filter;
    while (left > 0) {
      Page<Entry> page = audit.entries(asked, Math.min(left, Limits.PAGE_ROWS_MOST));
      lines(page.rows()).forEach(line);
      left -= page.rows().size();
      String next = page.next();
      if (next == null) {
        return;
      }
      asked = asked.beforeNumber(Long.valueOf(next));
    }
  }

  private List<List<? extends @Nullable Object>> lines(List<Entry> entries) {
    Set<Long> actors = entries.stream().map(Entry::actor).collect(Collectors.toSet());
    Map<Long, List<Long>> concerned = audit.persons(entries.stream().map(Entry::number).toList());
    Set<Long> records = new HashSet<>();
    concerned.values().forEach(records::addAll);
    Map<Long, UUID> ids = persons.publicIds(records);
    Map<Long, String> names = accounts.names(actors);
    List<List<? extends @Nullable Object>> lines = new ArrayList<>();
    for (Entry entry : entries) {
      List<Long> whom = concerned.getOrDefault(entry.number(), List.of());
      String whose =
          whom.stream()
              .map(ids::get)
              .filter(Objects::nonNull)
              .map(UUID::toString)
              .collect(Collectors.joining(" "));
      lines.add(line(entry, names, whose));
    }
    return lines;
  }

  private List<? extends @Nullable Object> line(
      Entry entry, Map<Long, String> names, String whose) {
    boolean program = entry.actor() == Act.PROGRAM;
    String name = program ? "Lá Chắn" : names.get(entry.actor());
    return Arrays.asList(
        entry.number(),
        entry.at(),
        name,
        entry.actor(),
        kind(entry.kind()),
        entry.kind(),
        entry.purpose(),
        entry.caseId(),
        entry.query(),
        entry.count(),
        whose,
        entry.block(),
        entry.correlation());
  }

  private String kind(String code) {
    return Objects.requireNonNull(
        messages.getMessage("audit." + code, null, code, LocaleContextHolder.getLocale()));
  }

  private List<String> titles() {
    return COLUMNS.stream().map(name -> say("access.audit.column." + name)).toList();
  }

  private String say(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
