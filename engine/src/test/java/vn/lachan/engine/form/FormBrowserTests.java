package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lachan.engine.BrowserModule;

/**
 * A gate judges forms without network: TeaVM compiles all of the package without a complaint, and
 * where Node is on the machine the module says exactly what the JVM says.
 */
class FormBrowserTests {
  private static final int SIZE_LIMIT = 200_000;
  private static final int CASES = 60;

  @Test
  void browsersJudgeAsTheJvmJudges(@TempDir Path folder) throws Exception {
    BrowserModule module = BrowserModule.compile(FormInBrowser.class, "browser-form", "form.mjs");
    long size = Files.size(module.file());
    System.out.printf("engine/form in the browser: %,d bytes%n", size);
    assertThat(size).isLessThan(SIZE_LIMIT);
    String form = FormChecks.everythingJson().replace("urn:test:colours-set", "#none");
    List<List<String>> cases = cases();
    cases.add(List.of(form, "{}", "{}"));
    List<String> said = module.call("judge", cases, folder);
    for (int index = 0; index < cases.size(); index++) {
      List<String> each = cases.get(index);
      String expected = FormInBrowser.judge(each.get(0), each.get(1), each.get(2));
      assertThat(said.get(index)).as(expected).isEqualTo(BrowserModule.escape(expected));
    }
  }

  /** The residents' form, answered at random, every second answer broken. */
  private static List<List<String>> cases() throws IOException {
    String form = Files.readString(NationalFormTests.FOLDER.resolve("residents-declaration.json"));
    String rules = Files.readString(NationalFormTests.FOLDER.resolve("covid-19-warnings.json"));
    Questionnaire questionnaire = FormChecks.accepted(form);
    List<List<String>> cases = new ArrayList<>();
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      String good = Forms.write(new RandomResponses(questionnaire, random).draw());
      String sent = seed % 2 == 0 ? good : Breakage.of(good, seed, random).json();
      cases.add(List.of(form, sent, rules));
    }
    return cases;
  }
}
