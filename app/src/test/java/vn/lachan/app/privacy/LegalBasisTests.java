package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.access.Actor;

/** Nothing personal is processed without a legal basis, and the record says so in words. */
class LegalBasisTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Path MESSAGES = Path.of("src/main/resources/messages/privacy.properties");

  private final Catalogue catalogue = new Catalogue();

  @Test
  void everyClassOfTheCatalogueHasABasisInEachYearOfTheLaw() {
    try (TestDatabase database = TestDatabase.create()) {
      var processing = new Processing(catalogue, new VolumeTable(database.jdbc()));
      List<Activity> activities = processing.on(Actor.program(), TODAY);
      assertThat(activities).extracting(Activity::key).contains("people", "visits", "privacy");
      for (Activity activity : activities) {
        assertThat(activity.bases()).as(activity.key() + " has no legal basis").isNotEmpty();
        assertThat(activity.bases())
            .as(activity.key())
            .noneMatch(basis -> basis.kind() == LegalBasis.Kind.NO_PERSON)
            .allMatch(basis -> !basis.document().isBlank() && !basis.certainty().isBlank());
      }
      assertThat(processing.bases("people", LocalDate.of(2025, 6, 1)))
          .singleElement()
          .satisfies(basis -> assertThat(basis.document()).contains("13/2023/NĐ-CP"));
      assertThat(processing.bases("people", LocalDate.of(2026, 1, 1)))
          .singleElement()
          .satisfies(basis -> assertThat(basis.document()).contains("Điều 19"));
    }
  }

  @Test
  void everyLineOfTheCatalogueStatesItsOwn() {
    for (Map.Entry<String, List<CatalogueLine>> activity : catalogue.activities().entrySet()) {
      assertThat(activity.getValue())
          .as(activity.getKey())
          .allMatch(line -> !line.legalBasis().isBlank() && !line.purpose().isBlank());
    }
  }

  @Test
  void everyActivityIsDescribedInWords() throws IOException {
    var words = new Properties();
    try (Reader reader = Files.newBufferedReader(MESSAGES)) {
      words.load(reader);
    }
    for (String activity : catalogue.activities().keySet()) {
      for (String what : List.of("activity", "purpose", "subjects", "recipients", "retention")) {
        assertThat(words).containsKey("privacy." + what + "." + activity);
      }
    }
  }
}
