package vn.lachan.app.tracing.command;

import java.util.ArrayList;
import java.util.List;

/** The errors of a file: the first of them in full, of the others the number. */
final class LineErrors {
  static final int SHOWN = 20;

  private final Messages messages;
  private final List<String> shown = new ArrayList<>();
  private long count;

  LineErrors(Messages messages) {
    this.messages = messages;
  }

  void add(long line, String key, Object... arguments) {
    if (++count <= SHOWN) {
      shown.add(messages.say("line", line, messages.say(key, arguments)));
    }
  }

  void throwIfAny() {
    if (count > 0) {
      var told = new ArrayList<>(shown);
      if (count > SHOWN) {
        told.add(messages.say("more-errors", count - SHOWN));
      }
      throw new TraceFailure(TraceFailure.BAD_INPUT, String.join(System.lineSeparator(), told));
    }
  }
}
