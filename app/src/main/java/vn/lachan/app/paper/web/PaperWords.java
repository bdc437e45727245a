package vn.lachan.app.paper.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.declarations.web.FormLine;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** What templates of paper need to write beside what Thymeleaf writes itself. */
@Component("paperWords")
class PaperWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Units units;

  PaperWords(Units units) {
    this.units = units;
  }

  /** An address with its commune, which many have in them already. */
  public String address(String address, int unit) {
    String name = units.find(unit).map(Unit::fullName).orElse("");
    String lower = address.toLowerCase(Locale.ROOT);
    return name.isEmpty() || lower.contains(name.toLowerCase(Locale.ROOT))
        ? address
        : address + ", " + name;
  }

  /** The labels of choices as a JSON array, for a script to read out of an attribute. */
  public String json(List<FormLine.Choice> choices) {
    return JSON.writeValueAsString(choices.stream().map(FormLine.Choice::label).toList());
  }
}
