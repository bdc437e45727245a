package vn.lachan.app.tracing.command;

import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;
import vn.lachan.engine.tracing.TraceResult;

/** The whole answer with its evidence, written as it goes: it may be larger than memory. */
final class JsonAnswer {
  private final Answer answer;
  private final JsonGenerator json;

  private JsonAnswer(Answer answer, JsonGenerator json) {
    this.answer = answer;
    this.json = json;
  }

  static void write(Answer answer, Writer out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      new JsonAnswer(answer, json).write();
      json.writeRaw('\n');
    }
  }

  private void write() {
    TraceResult result = answer.result();
    json.writeStartObject();
    json.writeStringProperty("index", answer.person(result.indexPerson()));
    json.writeStringProperty("from", Times.write(result.window().from()));
    json.writeStringProperty("to", Times.write(result.window().to()));
    json.writeObjectPropertyStart("rules");
    json.writeStringProperty("id", result.rules().id());
    json.writeStringProperty("document", result.rules().document());
    json.writeStringProperty("title", result.rules().title());
    json.writeStringProperty("certainty", result.rules().certainty());
    json.writeEndObject();
    json.writeArrayPropertyStart("contacts");
    answer.result().contacts().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Contact contact) {
    json.writeStartObject();
    json.writeStringProperty("person", answer.person(contact.person()));
    json.writeNumberProperty("generation", contact.generation());
    json.writeStringProperty("class", Answer.word(contact.contactClass()));
    json.writeNumberProperty("minutes", contact.minutes());
    span("", contact.firstAt(), contact.lastAt(), "first_at", "last_at");
    json.writeStringProperty("via", answer.person(contact.via()));
    json.writeStringProperty("reason", answer.sentence(contact.mainExposure().reason()));
    json.writeArrayPropertyStart("path");
    answer
        .result()
        .path(contact.person())
        .ifPresent(path -> path.persons().forEach(p -> json.writeString(answer.person(p))));
    json.writeEndArray();
    json.writeNumberProperty("exposure_count", contact.exposureCount());
    json.writeArrayPropertyStart("exposures");
    contact.exposures().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Exposure exposure) {
    json.writeStartObject();
    json.writeStringProperty("source", exposure.source().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("via", answer.person(exposure.via()));
    json.writeStringProperty("place", answer.place(exposure.place()));
    json.writeStringProperty("day", exposure.day().toString());
    json.writeStringProperty("class", Answer.word(exposure.contactClass()));
    json.writeNumberProperty("seconds", exposure.seconds());
    json.writeBooleanProperty("departure_inferred", exposure.departureInferred());
    json.writeStringProperty("reason_code", exposure.reason().code().name());
    json.writeStringProperty("reason", answer.sentence(exposure.reason()));
    json.writeArrayPropertyStart("overlaps");
    for (Overlap overlap : exposure.overlaps()) {
      json.writeStartObject();
      span("", overlap.from(), overlap.to(), "from", "to");
      span("via_stay", overlap.viaFrom(), overlap.viaTo(), "from", "to");
      span("contact_stay", overlap.contactFrom(), overlap.contactTo(), "from", "to");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Two times, in an object of their own where that has a name. */
  private void span(String name, long from, long to, String fromName, String toName) {
    if (!name.isEmpty()) {
      json.writeObjectPropertyStart(name);
    }
    json.writeStringProperty(fromName, Times.write(from));
    json.writeStringProperty(toName, Times.write(to));
    if (!name.isEmpty()) {
      json.writeEndObject();
    }
  }
}
