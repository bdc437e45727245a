package vn.lachan.app.places.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.ImportField;
import vn.lachan.app.places.ImportProblem;
import vn.lachan.app.places.PlaceImports;
import vn.lachan.app.units.Units;

/** Words about imports in the reader's language, for the templates and the sheet of wrong rows. */
@Component("importWords")
public class ImportWords implements PlaceImports.WrongWords {
  private final MessageSource messages;
  private final Units units;
  private final PlaceImports imports;

  ImportWords(MessageSource messages, Units units, PlaceImports imports) {
    this.messages = messages;
    this.units = units;
    this.imports = imports;
  }

  public int megabytes() {
    return imports.most().megabytes();
  }

  public long mostBytes() {
    return (long) imports.most().megabytes() << 20;
  }

  public int mostRows() {
    return imports.most().rows();
  }

  /** A commune to choose: its code, which is what is sent, and its path, which is what is read. */
  public record Choice(String code, String path) {}

  public List<Choice> choices(ImportProblem problem) {
    return problem.units().stream()
        .flatMap(id -> units.find(id).stream())
        .map(unit -> new Choice(unit.code(), units.path(unit.id())))
        .toList();
  }

  public List<ImportField> fields() {
    return List.of(ImportField.values());
  }

  @Override
  public String title() {
    return say("places.import.wrong.sheet");
  }

  @Override
  public String line() {
    return say("places.import.line");
  }

  @Override
  public String field(ImportField field) {
    return say("places.import.field." + field.key());
  }

  @Override
  public String mistake() {
    return say("places.import.mistake");
  }

  /** In the sheet the column is named too, and the communes that may be meant. */
  @Override
  public String problem(ImportProblem problem) {
    String words = say(problem.code(), problem.arguments().toArray());
    String choices =
        String.join("; ", choices(problem).stream().map(c -> c.code() + " " + c.path()).toList());
    return field(problem.field()) + ": " + words + (choices.isEmpty() ? "" : " " + choices);
  }

  private String say(String key, Object... values) {
    Locale language = LocaleContextHolder.getLocale();
    return messages.getMessage(key, values, language);
  }
}
