package vn.lachan.app.program;

/**
 * What a step leaves behind.
 *
 * @param position where the next step goes on; at most 2,000 letters, never identity
 * @param done units done since the beginning
 * @param total units altogether, as far as known now
 * @param finished whether nothing is left
 */
public record JobStep(String position, long done, long total, boolean finished) {}
