package vn.lachan.app.messaging;

import java.util.List;
import vn.lachan.app.kernel.Inside;

/**
 * Sending messages: the front door of the module. It lies below the accounts and so knows no actor;
 * callers send after their own check.
 */
public interface Messages {
  /**
   * Puts a reference into the outbox, in the caller's transaction. The same reference a second time
   * changes nothing.
   */
  @Inside("modules send after their own check")
  void send(Reference reference);

  /** Whether a message could reach anybody: a gateway is set, or the drill's handset is there. */
  @Inside("pages say whether a code can arrive")
  boolean canSend();

  /** The latest messages of the drill's handset; empty outside a drill. */
  @Inside("the drill's page, open to all in a drill")
  List<HandsetMessage> handset(int rows);
}
