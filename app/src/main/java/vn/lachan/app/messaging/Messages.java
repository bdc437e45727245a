package vn.lachan.app.messaging;

import java.util.List;

/**
 * Sending messages: the front door of the module. It lies below the accounts and so knows no actor;
 * callers send after their own check.
 */
public interface Messages {
  /**
   * Puts a reference into the outbox, in the caller's transaction. The same reference a second time
   * changes nothing.
   */
  void send(Reference reference);

  /** Whether a message could reach anybody: a gateway is set, or the drill's handset is there. */
  boolean canSend();

  /** The latest messages of the drill's handset; empty outside a drill. */
  List<HandsetMessage> handset(int rows);
}
