package vn.lachan.app.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;

/**
 * The record of processing: what is processed, of which classes, on what legal basis, how long. It
 * is made of the data catalogue and the dated legal bases, so that it cannot say anything else than
 * what the database holds.
 */
@Component
public class Processing {
  private final List<LegalBasis> bases =
      ReferenceFile.read("legal-bases.tsv").stream().map(Processing::basis).toList();

  private final Catalogue catalogue;
  private final VolumeTable volumes;

  Processing(Catalogue catalogue, VolumeTable volumes) {
    this.catalogue = catalogue;
    this.volumes = volumes;
  }

  /** The activities with personal data as the law of a day sees them; PRIVACY_MANAGE. */
  @Transactional(readOnly = true)
  public List<Activity> on(Actor actor, LocalDate day) {
    Whole.require(actor);
    Map<String, Long> rows = volumes.rowsBySchema();
    List<Activity> activities = new ArrayList<>();
    catalogue
        .activities()
        .forEach(
            (key, lines) -> activities.add(activity(key, lines, rows.getOrDefault(key, 0L), day)));
    return activities.stream().filter(Activity::personal).toList();
  }

  List<LegalBasis> bases(String activity, LocalDate day) {
    return bases.stream()
        .filter(basis -> basis.activity().equals(activity) && basis.validOn(day))
        .toList();
  }

  private Activity activity(String key, List<CatalogueLine> lines, long rows, LocalDate day) {
    List<String> classes =
        lines.stream()
            .map(CatalogueLine::personalClass)
            .filter(Catalogue.CLASSES::contains)
            .distinct()
            .sorted()
            .toList();
    return new Activity(key, classes, bases(key, day), rows, lines);
  }

  private static LegalBasis basis(ReferenceFile.Line line) {
    return new LegalBasis(
        line.text("activity"),
        line.day("valid_from"),
        line.dayOrNull("valid_until"),
        LegalBasis.Kind.valueOf(line.text("basis")),
        line.text("document"),
        line.text("certainty"));
  }
}
