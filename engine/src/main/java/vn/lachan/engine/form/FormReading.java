package vn.lachan.engine.form;

import java.util.List;

/** What became of a text that should be a form, or a set of rules. */
public sealed interface FormReading<T> {
  /** It can be used. */
  record Accepted<T>(T value) implements FormReading<T> {}

  /** It cannot, for these reasons; never empty. */
  record Refused<T>(List<FormRefusal> refusals) implements FormReading<T> {}
}
