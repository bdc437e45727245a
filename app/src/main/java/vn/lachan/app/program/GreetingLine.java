package vn.lachan.app.program;

import java.util.List;

/** What a module adds to the words of welcome that {@code run} prints. */
public interface GreetingLine {
  List<String> lines();
}
