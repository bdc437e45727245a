package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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
  /** Letters of a key. */
  public static final int KEY_MOST = 80;

  private final ApplicationEventPublisher events;
  private final ObjectProvider<NoticeKeeper> keepers;

  Notices(ApplicationEventPublisher events, ObjectProvider<NoticeKeeper> keepers) {
    this.events = events;
    this.keepers = keepers;
  }

  /**
   * Posts a notice.
   *
   * @param person the number of the record that it concerns
   */
  @Inside("modules post after their own check")
  public void post(long person, String template, List<String> arguments, Instant now) {
    events.publishEvent(new NoticePosted(person, template, arguments, null, now));
  }

  /**
   * Posts a notice that its person gets once, however often it is posted.
   *
   * @param key what it is about, at most {@value #KEY_MOST} letters, such as a kind and a number
   */
  @Inside("modules post after their own check")
  public void postOnce(
      long person, String template, List<String> arguments, String key, Instant now) {
    events.publishEvent(new NoticePosted(person, template, arguments, key, now));
  }

  /** How many have a notice of this key, and how many read it. */
  @Inside("figures without names, after the caller's own check")
  public NoticeKeeper.Told told(String key) {
    return keepers.stream()
        .findFirst()
        .map(keeper -> keeper.told(key))
        .orElse(new NoticeKeeper.Told(0, 0, 0));
  }
}
