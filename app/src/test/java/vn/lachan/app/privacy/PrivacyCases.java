package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.people.People;

/** Cases of a test's own. */
final class PrivacyCases {
  private PrivacyCases() {}

  /** Somebody fell ill yesterday, which was confirmed the same day. */
  static OpenedCase open(Cases cases, People people, long person, Instant now) {
    LocalDate onset = now.atZone(TestWorld.ZONE).toLocalDate().minusDays(1);
    var facts = new CaseFacts(true, onset, null, null, null, null, onset);
    return cases.open(
        Actor.program(),
        new NewCase(people.publicId(person), null, null, "COVID-19", facts, null),
        now);
  }
}
