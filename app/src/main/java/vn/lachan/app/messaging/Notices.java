package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;

/**
 * Telling residents something in their app. Any module posts here, in its own transaction; whoever
 * keeps the residents' notices hears it. A notice names its template, whose words stand in the
 * messages as {@code residents.notice.<template>.title} and {@code .text}, and fills it with
 * arguments that hold no identity: days, places, communes.
 */
@Component
public class Notices {
  private final ApplicationEventPublisher events;

  Notices(ApplicationEventPublisher events) {
    this.events = events;
  }

  /**
   * Posts a notice.
   *
   * @param person the number of the record that it concerns
   */
  @Inside("modules post after their own check")
  public void post(long person, String template, List<String> arguments, Instant now) {
    events.publishEvent(new NoticePosted(person, template, arguments, now));
  }
}
