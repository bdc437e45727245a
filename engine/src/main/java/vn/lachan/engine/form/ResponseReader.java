package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a FHIR R4 QuestionnaireResponse (9.9); what it means is for {@link Checker}. */
final class ResponseReader {
  private static final Set<String> IGNORED =
      Set.of(
          "id",
          "meta",
          "language",
          "text",
          "contained",
          "extension",
          "identifier",
          "basedOn",
          "partOf",
          "subject",
          "encounter",
          "author",
          "source");

  private static final Set<String> INNER_IGNORED = Set.of("id", "extension", "definition");

  private final Refusals refusals = new Refusals();
  private final Map<String, String> linkIds = new HashMap<>();
  private int items;
  private int answers;

  ResponseReading read(String json) {
    Source root = QuestionnaireReader.parse(json, "QuestionnaireResponse", refusals);
    Response response = root == null ? null : readRoot(root);
    if (response != null && refusals.isEmpty()) {
      return new ResponseReading.Accepted(response);
    }
    List<Fault> faults = new ArrayList<>();
    for (FormRefusal refusal : refusals.list()) {
      faults.add(new Fault(refusal.path(), linkIdAround(refusal.path()), faultOf(refusal.code())));
    }
    return new ResponseReading.Refused(List.copyOf(faults));
  }

  private @Nullable Response readRoot(Source root) {
    if (!"QuestionnaireResponse".equals(root.text("resourceType"))) {
      root.refuse(FormRefusalCode.RESOURCE_WRONG);
      return null;
    }
    String questionnaire = root.text("questionnaire");
    String status = root.requiredText("status");
    String authored = root.text("authored");
    if (authored != null && !Dates.isDateTime(authored)) {
      root.refuseMember("authored", FormRefusalCode.ELEMENT_MALFORMED, "");
    }
    List<ResponseItem> read = readItems(root, 1);
    root.ignore(IGNORED);
    root.finish(Set.of("implicitRules"));
    return new Response(questionnaire == null ? "" : questionnaire, status, authored, read);
  }

  private List<ResponseItem> readItems(Source holder, int depth) {
    List<ResponseItem> read = new ArrayList<>();
    for (Source source : holder.objects("item")) {
      if (++items > FormLimits.ITEMS || depth > FormLimits.ITEM_DEPTH) {
        source.refuse(FormRefusalCode.ITEMS_TOO_MANY);
        return read;
      }
      read.add(readItem(source, depth));
    }
    return List.copyOf(read);
  }

  private ResponseItem readItem(Source source, int depth) {
    String linkId = source.requiredText("linkId");
    linkIds.put(source.path(), linkId);
    String text = source.text("text");
    List<Answer> read = new ArrayList<>();
    for (Source answer : source.objects("answer")) {
      if (++answers > FormLimits.ANSWERS) {
        answer.refuse(FormRefusalCode.ITEMS_TOO_MANY);
        break;
      }
      Value value = readValue(answer);
      List<ResponseItem> inner = readItems(answer, depth + 1);
      answer.ignore(INNER_IGNORED);
      answer.finish(Set.of());
      if (value != null) {
        read.add(new Answer(value, inner));
      }
    }
    List<ResponseItem> inner = readItems(source, depth + 1);
    source.ignore(INNER_IGNORED);
    source.ignore(Set.of("_text"));
    source.finish(Set.of());
    return new ResponseItem(linkId, text, List.copyOf(read), inner);
  }

  private static @Nullable Value readValue(Source answer) {
    Value value = ValueReader.read(answer, "value");
    if (value == null && !ValueReader.hasAny(answer, "value")) {
      answer.refuse(FormRefusalCode.ELEMENT_MISSING);
    }
    return value;
  }

  /** The linkId of the innermost item on the path. */
  private String linkIdAround(String path) {
    String holder = path;
    while (!holder.isEmpty()) {
      String linkId = linkIds.get(holder);
      if (linkId != null) {
        return linkId;
      }
      holder = holder.substring(0, Math.max(0, holder.lastIndexOf('.')));
    }
    return "";
  }

  private static FaultCode faultOf(FormRefusalCode code) {
    return switch (code) {
      case JSON_MALFORMED, RESOURCE_WRONG -> FaultCode.RESPONSE_MALFORMED;
      case JSON_TOO_LARGE, ITEMS_TOO_MANY -> FaultCode.RESPONSE_TOO_LARGE;
      case ELEMENT_UNSUPPORTED -> FaultCode.ELEMENT_UNSUPPORTED;
      default -> FaultCode.ELEMENT_MALFORMED;
    };
  }
}
