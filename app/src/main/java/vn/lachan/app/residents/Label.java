package vn.lachan.app.residents;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.engine.scan.Sex;

/** What an account knows of a person because it was typed there; sealed as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Label(String name, int birthYear, @Nullable Sex sex, @Nullable String address) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Label of(NewMember member) {
    String address = member.address() == null ? "" : member.address().strip();
    return new Label(
        member.name().text(), member.birthYear(), member.sex(), address.isEmpty() ? null : address);
  }

  static Label read(String json) {
    return JSON.readValue(json, Label.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  @Override
  public String toString() {
    return "Label[***]";
  }
}
