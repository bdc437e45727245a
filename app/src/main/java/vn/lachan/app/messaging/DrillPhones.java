package vn.lachan.app.messaging;

import java.util.List;
import vn.lachan.app.kernel.Inside;

/** A higher module that knows numbers of the drill with which somebody may sign in. */
public interface DrillPhones {
  /**
   * One of them.
   *
   * @param number as it is typed
   * @param use the message key that says whose it is
   */
  record Phone(String number, String use) {}

  @Inside("numbers of the drill are nobody's")
  List<Phone> phones();
}
