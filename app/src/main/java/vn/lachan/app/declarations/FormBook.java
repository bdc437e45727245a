package vn.lachan.app.declarations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.WarningRules;
import vn.lachan.engine.form.Warnings;

/**
 * The forms and their rules as dated data: files of the program, listed in {@code
 * declarations/forms.tsv} in the order in which they are offered. A file that cannot be used stops
 * the start: it is ours.
 */
@Component
class FormBook {
  private final List<DeclaredForm> forms;
  private final List<DeclaredForm.Rules> shipped;
  private final RuleShelf shelf;

  FormBook(RuleShelf shelf) {
    this.shelf = shelf;
    List<String[]> lines = lines("declarations/forms.tsv");
    Map<String, Meaning> meanings = meanings();
    List<DeclaredForm.Rules> sets = new ArrayList<>();
    for (String[] line : lines) {
      if (line[0].equals("rules")) {
        String json = read(line[2]);
        boolean compared = line.length > 3 && line[3].equals("compared");
        sets.add(new DeclaredForm.Rules(json, accepted(Warnings.read(json), line[2]), compared));
      }
    }
    List<DeclaredForm> read = new ArrayList<>();
    for (String[] line : lines) {
      if (line[0].equals("form")) {
        read.add(form(line[1], line[2], sets, meanings));
      }
    }
    this.forms = List.copyOf(read);
    checkFit(sets, read);
    this.shipped = List.copyOf(sets);
  }

  /** The version of a form that holds on a day. */
  Optional<DeclaredForm> on(String code, LocalDate day) {
    return forms.stream().filter(form -> form.code().equals(code) && form.holds(day)).findFirst();
  }

  /** A version of a form, whether or not it still holds. */
  Optional<DeclaredForm> version(String code, String version) {
    return forms.stream()
        .filter(form -> form.code().equals(code) && form.version().equals(version))
        .findFirst();
  }

  /** The form that a response names by its canonical address. */
  Optional<DeclaredForm> named(String canonical, LocalDate day) {
    return forms.stream()
        .filter(
            form ->
                form.questionnaire().canonical().equals(canonical)
                    || (form.questionnaire().url().equals(canonical) && form.holds(day)))
        .findFirst();
  }

  List<DeclaredForm> on(LocalDate day) {
    return forms.stream().filter(form -> form.holds(day)).toList();
  }

  /** Every form that ever was, by its latest version first; for filters. */
  List<String> codes() {
    return forms.stream().map(DeclaredForm::code).distinct().toList();
  }

  /** Every rule that ever was, with its words; a later set's words win. */
  Map<String, String> ruleTexts(Locale language) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (DeclaredForm.Rules one :
        Stream.concat(shipped.stream(), shelf.made().reversed().stream()).toList()) {
      one.set()
          .rules()
          .forEach(rule -> texts.put(rule.code(), rule.text().in(language.getLanguage())));
    }
    return texts;
  }

  /** The sets of rules that come with the program. */
  List<DeclaredForm.Rules> shipped() {
    return shipped;
  }

  /** The sets of a code that count, the one that wins first. */
  List<DeclaredForm.Rules> sets(String code) {
    return Stream.concat(shelf.made().stream(), shipped.stream())
        .filter(one -> one.set().code().equals(code))
        .toList();
  }

  /** Whether a form of a day is judged by this very set. */
  boolean isInForce(WarningRules set, LocalDate day) {
    return on(day).stream()
        .flatMap(form -> form.rulesOn(day).stream())
        .map(DeclaredForm.Rules::set)
        .anyMatch(one -> one.code().equals(set.code()) && one.version().equals(set.version()));
  }

  /** The codes of the forms that a set judges. */
  List<String> judged(WarningRules set) {
    return forms.stream()
        .filter(form -> set.judges(form.questionnaire()))
        .map(DeclaredForm::code)
        .distinct()
        .toList();
  }

  /** Whether a form that a set judges lacks a question it asks about, or answers it otherwise. */
  boolean misfits(WarningRules set) {
    List<Questionnaire> judged =
        forms.stream().map(DeclaredForm::questionnaire).filter(set::judges).toList();
    return judged.isEmpty() || !Warnings.misfits(set, judged).isEmpty();
  }

  /** The text of every question of the forms that a set judges, by linkId. */
  Map<String, String> questions(WarningRules set, Locale language) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (DeclaredForm form : forms) {
      if (set.judges(form.questionnaire())) {
        for (String linkId : form.questionnaire().linkIds()) {
          texts.putIfAbsent(linkId, form.questionnaire().text(linkId, language.getLanguage()));
        }
      }
    }
    return texts;
  }

  private DeclaredForm form(
      String code, String file, List<DeclaredForm.Rules> sets, Map<String, Meaning> meanings) {
    String json = read(file);
    Questionnaire questionnaire = accepted(Forms.read(json), file);
    List<DeclaredForm.Rules> own =
        sets.stream().filter(one -> one.set().judges(questionnaire)).toList();
    Map<String, Meaning> known = new LinkedHashMap<>();
    for (String linkId : questionnaire.linkIds()) {
      Meaning meaning = meanings.get(linkId);
      if (meaning != null) {
        known.put(linkId, meaning);
      }
    }
    return new DeclaredForm(code, json, questionnaire, own, shelf::made, known);
  }

  private static void checkFit(List<DeclaredForm.Rules> sets, List<DeclaredForm> forms) {
    for (DeclaredForm.Rules one : sets) {
      List<Questionnaire> judged =
          forms.stream()
              .map(DeclaredForm::questionnaire)
              .filter(questionnaire -> one.set().judges(questionnaire))
              .toList();
      if (!Warnings.misfits(one.set(), judged).isEmpty()) {
        throw new IllegalStateException(
            "Rules "
                + one.set().code()
                + " do not fit their forms: "
                + Warnings.misfits(one.set(), judged));
      }
    }
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    for (String[] line : lines("declarations/meanings.tsv")) {
      meanings.put(line[0], Meaning.valueOf(line[1].toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return meanings;
  }

  private static <T> T accepted(FormReading<T> reading, String file) {
    return switch (reading) {
      case FormReading.Accepted<T>(T value) -> value;
      case FormReading.Refused<T>(var refusals) ->
          throw new IllegalStateException("The form " + file + " cannot be used: " + refusals);
    };
  }

  private static List<String[]> lines(String file) {
    return read(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String read(String file) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
