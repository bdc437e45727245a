package vn.lachan.engine.scan;

/**
 * The outcome of reading one thing that is wanted by name, such as the code field of a form: either
 * the value, or the refusal that says what is wrong with the text.
 */
public sealed interface Reading<T> {
  /** The text was good. */
  record Accepted<T>(T value) implements Reading<T> {}

  /** The text was not. */
  record Rejected<T>(Refused refused) implements Reading<T> {}

  static <T> Reading<T> refuse(RefusalCode code) {
    return new Rejected<>(Refused.because(code));
  }

  static <T> Reading<T> refuse(RefusalCode code, int parameter) {
    return new Rejected<>(Refused.because(code, parameter));
  }
}
