package vn.lachan.engine.form;

import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259). Numbers keep their text, because FHIR counts their digits. */
sealed interface Json {
  record Members(Map<String, Json> members) implements Json {}

  record Elements(List<Json> elements) implements Json {}

  record Text(String text) implements Json {}

  record Numeral(String text) implements Json {}

  record Flag(boolean value) implements Json {}

  record Null() implements Json {}
}
