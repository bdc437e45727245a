package vn.lachan.app.paper.web;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What templates of paper need to write beside what Thymeleaf writes itself. */
@Component("paperWords")
class PaperWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Texts as a JSON array, for a script to read out of an attribute. */
  public String json(List<String> texts) {
    return JSON.writeValueAsString(texts);
  }
}
