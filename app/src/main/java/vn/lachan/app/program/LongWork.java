package vn.lachan.app.program;

/**
 * One kind of long work. A step does one bounded portion, of about a second at most, in
 * transactions of its own, and may be repeated: after a crash the last step comes again with the
 * same position, perhaps on another copy of the program.
 */
public interface LongWork {
  /** A module's name, a dot and a word: the key of the message that names the work. */
  String kind();

  /**
   * Does the next portion.
   *
   * @throws vn.lachan.app.kernel.Refusal when the work cannot be done; it ends with that code
   */
  JobStep step(JobState job);
}
