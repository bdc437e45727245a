package vn.lachan.engine.form;

import java.util.List;

/** What became of a text that should be a response. */
public sealed interface ResponseReading {
  /** It can be checked against its questionnaire. */
  record Accepted(Response response) implements ResponseReading {}

  /** It cannot be read, for these reasons; never empty. */
  record Refused(List<Fault> faults) implements ResponseReading {}
}
