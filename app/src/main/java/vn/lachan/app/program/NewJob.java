package vn.lachan.app.program;

/**
 * Work to submit.
 *
 * @param kind the {@link LongWork#kind()} that does it
 * @param argument what the work needs to know: numbers and codes only, never identity; at most
 *     2,000 letters
 * @param total how many portions' units there are to do, 0 when it is not known yet
 * @param startedBy the account's number; 0 is the program itself
 */
public record NewJob(String kind, String argument, long total, long startedBy) {}
