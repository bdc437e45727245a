package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Questionnaires and responses that others wrote (HL7's SDC examples). Not part of the project:
 * looked for in a folder {@code shared} beside the checkout or above it, or where {@code
 * -Dlachan.shared} points.
 */
class FormCorpusTests {
  private static final String CORPUS = "corpora/fhir-sdc";
  private static final int BROKEN_OF_EACH = 2;

  private final HapiPeer peer = PeerTests.PEER;
  private final Map<String, String> questionnaires = new TreeMap<>();
  private final Map<String, String> responses = new TreeMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final List<String> valueSets = new ArrayList<>();
  private final Map<String, Questionnaire> stripped = new HashMap<>();
  private final Differences differences = new Differences();

  @Test
  void bothSayTheSameOfWhatOthersWrote() throws IOException {
    Path corpus = find();
    if (corpus == null) {
      System.out.println("SKIPPED: shared/" + CORPUS + " is not beside this checkout");
    }
    assumeTrue(corpus != null);
    read(corpus);
    Map<FormRefusalCode, Integer> refused = new TreeMap<>();
    int accepted = 0;
    for (Map.Entry<String, String> entry : questionnaires.entrySet()) {
      List<FormRefusal> refusals = refusals(entry.getValue());
      accepted += refusals.isEmpty() ? 1 : 0;
      if (refusals.stream().anyMatch(refusal -> isMistake(refusal.code()))) {
        assertThat(peer.errors(entry.getValue())).as(entry.getKey() + refusals).isNotEmpty();
      }
      refusals.forEach(refusal -> refused.merge(refusal.code(), 1, Integer::sum));
      checkStripped(entry.getKey(), entry.getValue());
    }
    int answered = checkResponses();
    System.out.printf(
        "%d questionnaires, %d accepted as they are, refusals %s; %d responses%n",
        questionnaires.size(), accepted, refused, answered);
    differences.assertAllExplained("corpus");
    assertThat(stripped).hasSizeGreaterThan(questionnaires.size() * 3 / 4);
  }

  /** HAPI asks no terminology for options, and compares no condition with its question. */
  private static boolean isMistake(FormRefusalCode code) {
    return switch (code) {
      case VALUE_SET_UNKNOWN, OPTIONS_MISSING, VALUE_OF_WRONG_TYPE -> false;
      default -> !code.isUnsupported();
    };
  }

  private void checkStripped(String name, String json) {
    String left = Stripper.strip(json, valueSets);
    Questionnaire form = FormChecks.accepted(left, valueSets);
    if (!form.items().isEmpty()) {
      stripped.put(form.url(), form);
      peer.addQuestionnaire(form.url(), left);
      peer.addQuestionnaire(form.canonical(), left);
      differences.compare(name, List.of(), peer.errors(left));
      PeerTests.compare(form, BROKEN_OF_EACH, differences);
    }
  }

  /** A response belongs to the questionnaire of its own folder: each is one version of all. */
  private int checkResponses() {
    int answered = 0;
    for (Map.Entry<String, String> entry : responses.entrySet()) {
      Json.Members root = members(entry.getValue());
      String url =
          root.members().get("questionnaire") instanceof Json.Text(String text) ? text : "";
      int bar = url.indexOf('|');
      String address =
          addresses.get(folder(entry.getKey()) + (bar < 0 ? url : url.substring(0, bar)));
      Questionnaire form = address == null ? null : stripped.get(address);
      if (form != null) {
        answered++;
        root.members().put("questionnaire", new Json.Text(form.url()));
        String json = JsonWriter.write(root);
        differences.compare(entry.getKey(), FormChecks.faults(form, json), peer.errors(json));
      }
    }
    return answered;
  }

  private List<FormRefusal> refusals(String json) {
    return switch (Forms.read(json, valueSets)) {
      case FormReading.Accepted<Questionnaire> accepted -> List.of();
      case FormReading.Refused<Questionnaire>(List<FormRefusal> refusals) -> refusals;
    };
  }

  private void read(Path corpus) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = corpus.relativize(file).toString();
        IBaseResource resource = peer.parse(Files.readString(file));
        String json = peer.json(resource);
        switch (resource.fhirType()) {
          case "Questionnaire" -> questionnaires.put(name, withAddress(json, name));
          case "QuestionnaireResponse" -> responses.put(name, json);
          case "ValueSet", "CodeSystem" -> {
            valueSets.add(json);
            peer.addTerminology(resource);
          }
          default -> {}
        }
      }
    }
  }

  /** One questionnaire stands in several versions of the corpus: each gets its own address. */
  private String withAddress(String json, String name) {
    Json.Members root = members(json);
    String address = "urn:test:" + name;
    Json former = root.members().put("url", new Json.Text(address));
    if (former instanceof Json.Text(String url)) {
      addresses.put(folder(name) + url, address);
    }
    return JsonWriter.write(root);
  }

  private static Json.Members members(String json) {
    if (new JsonReader(json).read() instanceof Json.Members root) {
      return root;
    }
    throw new AssertionError(json);
  }

  private static String folder(String name) {
    return name.substring(0, name.indexOf('/') + 1);
  }

  private static @Nullable Path find() {
    String named = System.getProperty("lachan.shared");
    if (named != null) {
      return Path.of(named, CORPUS);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path corpus = folder.resolve("shared").resolve(CORPUS);
      if (Files.exists(corpus)) {
        return corpus;
      }
    }
    return null;
  }
}
