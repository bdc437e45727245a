package vn.lachan.app.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was keyed, as it is sealed: fields with their texts. Personal data. */
record EntryContent(Map<String, List<String>> fields) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS =
      new TypeReference<>() {};

  static EntryContent read(String json) {
    return new EntryContent(JSON.readValue(json, FIELDS));
  }

  String written() {
    return JSON.writeValueAsString(fields);
  }

  @Override
  public String toString() {
    return "EntryContent";
  }
}
