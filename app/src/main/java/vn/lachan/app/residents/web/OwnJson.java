package vn.lachan.app.residents.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.declarations.LatestAnswers;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.RequestRow;
import vn.lachan.app.privacy.web.AccessJson;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.OwnFile;
import vn.lachan.engine.scan.NationalCode;

/** Own data in a form that other programs read, field by field. Times are UTC. */
@Component
class OwnJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ResidentWords words;

  OwnJson(ResidentWords words) {
    this.words = words;
  }

  byte[] write(OwnFile file) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("madeAt", file.madeAt().toString());
    all.put("person", person(file.member()));
    all.put("phone", Map.of("number", file.phone().national(), "proved", true));
    all.put("codes", file.codes());
    NationalCode national = file.national();
    all.put("nationalCode", national == null ? null : Typed.value(national.wholeText()));
    all.put("visits", file.visits().stream().map(AccessJson::visit).toList());
    LatestAnswers declared = file.declaration();
    all.put("lastDeclaration", declared == null ? null : declaration(declared));
    all.put("readings", file.readings().stream().map(this::reading).toList());
    all.put("requests", file.requests().stream().map(OwnJson::request).toList());
    return JSON.writeValueAsBytes(all);
  }

  private Map<String, @Nullable Object> person(Member member) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", member.name());
    fields.put("birthYear", member.birthYear());
    fields.put("sex", text(member.sex()));
    fields.put("address", member.address());
    fields.put("residence", words.commune(member.unit()));
    fields.put("livesWithTheHolderOfThePhone", member.atHome());
    fields.put("addedAt", member.joinedAt().toString());
    return fields;
  }

  private static Map<String, @Nullable Object> declaration(LatestAnswers declared) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("form", declared.form());
    fields.put("declaredAt", declared.declaredAt().toString());
    fields.put("level", declared.level().name());
    fields.put("answers", JSON.readTree(declared.responseJson()));
    return fields;
  }

  private Map<String, @Nullable Object> reading(AccessFile.Reading reading) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("at", reading.at().toString());
    fields.put("act", reading.act());
    fields.put("byProgram", reading.byProgram());
    fields.put("role", text(reading.role()));
    fields.put("unit", reading.unit() == null ? null : words.commune(reading.unit()));
    fields.put("purpose", reading.purpose());
    return fields;
  }

  private static Map<String, @Nullable Object> request(RequestRow request) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("request", "YC-" + request.number());
    fields.put("kind", request.kind().name());
    fields.put("receivedAt", request.receivedAt().toString());
    fields.put("dueAt", text(request.dueAt()));
    fields.put("outcome", text(request.outcome()));
    return fields;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
