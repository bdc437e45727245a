package vn.lachan.app.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.SheetDeclaring;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Keying.Choice;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;

/** Two keyings of a sheet: compared, and where they differ decided; in the caller's transaction. */
@Component
class Settling {
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final EntryTable entries;
  private final TakenTable taken;
  private final SheetTaking taking;
  private final KeyingRight right;
  private final SheetDeclaring forms;
  private final Keyring keyring;
  private final PaperSettings settings;
  private final ZoneId zone;
  private final Audit audit;

  Settling(
      EntryTable entries,
      TakenTable taken,
      SheetTaking taking,
      KeyingRight right,
      SheetDeclaring forms,
      Keyring keyring,
      PaperSettings settings,
      ProgramSettings program,
      Audit audit) {
    this.entries = entries;
    this.taken = taken;
    this.taking = taking;
    this.right = right;
    this.forms = forms;
    this.keyring = keyring;
    this.settings = settings;
    this.zone = program.zone();
    this.audit = audit;
  }

  /**
   * Whoever manages the batch, as a third pair of eyes; the second keyer where the batch says so.
   * Nobody is judge of a keying that was first their own.
   */
  boolean maySettle(Actor actor, BatchTable.Row batch, SheetTable.Row sheet) {
    if (Objects.equals(sheet.first(), actor.account())) {
      return false;
    }
    boolean second = Objects.equals(sheet.second(), actor.account());
    return second ? batch.settler() == Settler.SECOND : right.manages(actor, batch);
  }

  void require(Actor actor, BatchTable.Row batch, SheetTable.Row sheet) {
    if (sheet.state() != SheetState.DIFFERENT) {
      throw Refusal.conflict("paper.refused.no-difference");
    }
    if (!maySettle(actor, batch, sheet)) {
      throw Refusal.forbidden("paper.refused.not-settler");
    }
  }

  /** Takes the sheet where both agree. */
  void compare(BatchTable.Row batch, Serial serial, Instant now) {
    Both both = both(serial);
    Comparison comparison = comparison(batch, serial, both, now);
    if (comparison.agrees()) {
      taken.compare(
          batch,
          serial,
          new TakenTable.Compared(
              comparison.fields(), both.one.account(), both.two.account(), 0, 0, null),
          now);
      taking.take(batch, serial, both.first, written(both.one), both.two.account(), now);
    }
  }

  int differing(BatchTable.Row batch, Serial serial, Instant now) {
    return comparison(batch, serial, both(serial), now).different().size();
  }

  Keying.Differences differences(BatchTable.Row batch, Serial serial, Instant now) {
    Both both = both(serial);
    Questionnaire form = form(batch);
    Response first = response(batch, serial, both.first, both.one, now);
    Response second = response(batch, serial, both.second, both.two, now);
    Map<String, List<String>> one = Comparison.answers(form, first);
    Map<String, List<String>> two = Comparison.answers(form, second);
    List<Keying.Difference> fields = new ArrayList<>();
    for (String key : comparison(batch, serial, both, now).different()) {
      boolean time = key.equals(Comparison.WRITTEN);
      fields.add(
          new Keying.Difference(
              key,
              TypedAnswers.linkId(key),
              time ? List.of(shown(both.one)) : one.getOrDefault(key, List.of()),
              time ? List.of(shown(both.two)) : two.getOrDefault(key, List.of())));
    }
    return new Keying.Differences(
        serial.digits(), serial.shown(), name(batch, first), name(batch, second), fields);
  }

  Keying.Kept settle(
      Actor actor,
      BatchTable.Row batch,
      Serial serial,
      Map<String, Choice> chosen,
      Map<String, String> others,
      Instant now) {
    Both both = both(serial);
    Comparison comparison = comparison(batch, serial, both, now);
    Map<String, Choice> decided = decided(comparison, chosen, others);
    List<Choice> kept = List.copyOf(decided.values());
    WrittenAt written = written(batch, both, decided, others, now);
    Map<String, List<String>> fields = merged(batch, both, decided, others, written);
    SheetDeclaring.Judged judged = taking.judge(batch, serial, fields, written, now);
    String writtenFault = written.fault() == null ? judged.dayFault() : written.fault();
    if (!judged.faults().isEmpty() || writtenFault != null) {
      return new Keying.Kept(null, judged.faults(), writtenFault, kept.size(), true);
    }
    int firstWrong = (int) kept.stream().filter(choice -> choice != Choice.FIRST).count();
    int secondWrong = (int) kept.stream().filter(choice -> choice != Choice.SECOND).count();
    taken.compare(
        batch,
        serial,
        new TakenTable.Compared(
            comparison.fields(),
            both.one.account(),
            both.two.account(),
            firstWrong,
            secondWrong,
            actor.account()),
        now);
    taken.differ(serial, comparison.different(), kept);
    taking.take(batch, serial, fields, written, actor.account(), now);
    audit.record(Act.on(actor.account(), "paper.settle", "sheet " + serial.digits()));
    return new Keying.Kept(SheetState.TAKEN, List.of(), null, 0, false);
  }

  /** A choice for each field that differs and for no other; "other" says what. */
  private static Map<String, Choice> decided(
      Comparison comparison, Map<String, Choice> chosen, Map<String, String> others) {
    Map<String, Choice> decided = new LinkedHashMap<>();
    for (String key : comparison.different()) {
      Choice choice = chosen.get(key);
      boolean said = choice != Choice.OTHER || !others.getOrDefault(key, "").isBlank();
      if (choice == null || !said) {
        throw Refusal.invalid("paper.refused.undecided");
      }
      decided.put(key, choice);
    }
    return decided;
  }

  /** Both keyings of a sheet, opened. */
  private static final class Both {
    private final EntryTable.Row one;
    private final EntryTable.Row two;
    private final Map<String, List<String>> first;
    private final Map<String, List<String>> second;

    private Both(
        EntryTable.Row one,
        EntryTable.Row two,
        Map<String, List<String>> first,
        Map<String, List<String>> second) {
      this.one = one;
      this.two = two;
      this.first = first;
      this.second = second;
    }
  }

  private Both both(Serial serial) {
    List<EntryTable.Row> held = entries.held(serial.number());
    if (held.size() != 2) {
      throw Refusal.conflict("paper.refused.no-difference");
    }
    return new Both(held.get(0), held.get(1), opened(held.get(0)), opened(held.get(1)));
  }

  private Map<String, List<String>> opened(EntryTable.Row entry) {
    return EntryContent.read(keyring.open(entry.sealed(), EntryKeyTable.CONTEXT + entry.key()))
        .fields();
  }

  private Comparison comparison(BatchTable.Row batch, Serial serial, Both both, Instant now) {
    return Comparison.of(
        form(batch),
        new Comparison.Keyed(response(batch, serial, both.first, both.one, now), shown(both.one)),
        new Comparison.Keyed(response(batch, serial, both.second, both.two, now), shown(both.two)));
  }

  private Response response(
      BatchTable.Row batch,
      Serial serial,
      Map<String, List<String>> fields,
      EntryTable.Row entry,
      Instant now) {
    return taking.judge(batch, serial, fields, written(entry), now).response();
  }

  private WrittenAt written(
      BatchTable.Row batch,
      Both both,
      Map<String, Choice> chosen,
      Map<String, String> others,
      Instant now) {
    Choice choice = Optional.ofNullable(chosen.get(Comparison.WRITTEN)).orElse(Choice.FIRST);
    if (choice == Choice.OTHER) {
      String typed = others.getOrDefault(Comparison.WRITTEN, "").strip();
      int space = typed.indexOf(' ');
      String day = space < 0 ? typed : typed.substring(0, space);
      String time = space < 0 ? "" : typed.substring(space + 1);
      return WrittenAt.read(day, time, batch.formAt(), settings, zone, now);
    }
    if (choice == Choice.UNREADABLE) {
      return WrittenAt.read("", "", batch.formAt(), settings, zone, now);
    }
    return written(choice == Choice.FIRST ? both.one : both.two);
  }

  private Map<String, List<String>> merged(
      BatchTable.Row batch,
      Both both,
      Map<String, Choice> chosen,
      Map<String, String> others,
      WrittenAt written) {
    Map<String, List<String>> fields = new LinkedHashMap<>(both.first);
    Map<String, List<String>> typed = new LinkedHashMap<>();
    chosen.forEach(
        (key, choice) -> {
          if (choice == Choice.SECOND) {
            fields.remove(key);
            List<String> second = both.second.get(key);
            if (second != null) {
              fields.put(key, second);
            }
          } else if (choice != Choice.FIRST) {
            fields.remove(key);
            if (choice == Choice.OTHER) {
              typed.put(key, List.of(others.getOrDefault(key, "")));
            }
          }
        });
    fields.putAll(
        new TypedAnswers(form(batch), LocalDate.ofInstant(written.at(), zone)).read(typed));
    fields.remove(Comparison.WRITTEN);
    return fields;
  }

  private String name(BatchTable.Row batch, Response response) {
    return forms.name(batch.form(), batch.formVersion(), response);
  }

  private Questionnaire form(BatchTable.Row batch) {
    return forms.questionnaire(batch.form(), batch.formVersion());
  }

  private static WrittenAt written(EntryTable.Row entry) {
    return new WrittenAt(entry.writtenAt(), entry.timeKnown(), null);
  }

  private String shown(EntryTable.Row entry) {
    return (entry.timeKnown() ? WRITTEN : DAY).format(entry.writtenAt().atZone(zone));
  }
}
