package vn.lachan.app.paper.web;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.declarations.web.FormLine;

/** What templates of paper need to write beside what Thymeleaf writes itself. */
@Component("paperWords")
class PaperWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The labels of choices as a JSON array, for a script to read out of an attribute. */
  public String json(List<FormLine.Choice> choices) {
    return JSON.writeValueAsString(choices.stream().map(FormLine.Choice::label).toList());
  }
}
