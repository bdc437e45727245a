package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * HAPI FHIR's validator as the peer: on responses drawn at random and then broken, both say the
 * same, or {@link Differences} says why not. A failure names its seed.
 */
class PeerTests {
  static final HapiPeer PEER = new HapiPeer();
  private static final int CASES_OF_EVERYTHING = 240;
  private static final int CASES_OF_A_NATIONAL_FORM = 24;
  private static final List<String> FORMS =
      List.of("residents-declaration-2", "domestic-travel-declaration-2", "entry-declaration-2");

  @Test
  void aQuestionnaireOfEveryKindOfQuestion() throws IOException {
    Questionnaire form = FormChecks.everything();
    PEER.addTerminology(PEER.parse(FormChecks.COLOURS));
    PEER.addQuestionnaire(form.canonical(), FormChecks.everythingJson());
    assertThat(PEER.errors(FormChecks.everythingJson())).isEmpty();
    Differences differences = new Differences();
    compare(form, CASES_OF_EVERYTHING, differences);
    differences.assertAllExplained("everything");
  }

  @Test
  void theNationalForms() throws IOException {
    Differences differences = new Differences();
    for (String name : FORMS) {
      String json = Files.readString(NationalFormTests.FOLDER.resolve(name + ".json"));
      Questionnaire form = FormChecks.accepted(json);
      PEER.addQuestionnaire(form.canonical(), json);
      differences.compare(name, List.of(), PEER.errors(json));
      compare(form, CASES_OF_A_NATIONAL_FORM, differences);
    }
    differences.assertAllExplained("national forms");
  }

  static void compare(Questionnaire form, int cases, Differences differences) {
    for (int seed = 0; seed < cases; seed++) {
      Random random = new Random(seed);
      String name = form.url() + " seed " + seed;
      String good = Forms.write(new RandomResponses(form, random).draw());
      if (seed % 8 == 0) {
        differences.compare(name, FormChecks.faults(form, good), PEER.errors(good));
      }
      if (good.contains("\"answer\"")) {
        Breakage.Broken broken = Breakage.of(good, seed, random);
        List<Fault> faults = FormChecks.faults(form, broken.json());
        differences.compare(name + " " + broken.way(), faults, PEER.errors(broken.json()));
      }
    }
  }
}
