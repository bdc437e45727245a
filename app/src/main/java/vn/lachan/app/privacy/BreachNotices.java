package vn.lachan.app.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.audit.Act;
import vn.lachan.app.messaging.ContentSource;
import vn.lachan.app.messaging.Outgoing;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PhoneOf;

/** Opens the phone of somebody affected by a breach at the moment of sending. */
@Component
class BreachNotices implements ContentSource {
  static final String OWNER = "privacy";
  static final String TEMPLATE = "breach";

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final BreachTable breaches;
  private final People people;

  BreachNotices(BreachTable breaches, People people) {
    this.breaches = breaches;
    this.people = people;
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public Optional<Outgoing> resolve(String template, long number) {
    return breaches.affected(number).flatMap(this::outgoing);
  }

  /** A notice twice does less harm than silence. */
  @Override
  public boolean mayRepeat(String template) {
    return true;
  }

  private Optional<Outgoing> outgoing(BreachTable.Affected affected) {
    Identity identity =
        people
            .openFor(
                Act.PROGRAM, List.of(affected.person()), "privacy.breach-notice", "NOTIFY", null)
            .get(affected.person());
    if (identity == null) {
      return Optional.empty();
    }
    return identity.phones().stream()
        .sorted((one, other) -> Boolean.compare(other.proved(), one.proved()))
        .findFirst()
        .map(PhoneOf::phone)
        .map(phone -> new Outgoing(phone.digits(), VIETNAMESE, Map.of()));
  }
}
