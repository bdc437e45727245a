package vn.lachan.app.declarations;

import java.time.Instant;

/**
 * What whoever declared is told.
 *
 * @param number by which officers speak of the declaration
 * @param level by the answers alone
 * @param unit the commune in charge
 */
public record Receipt(long number, String form, Level level, int unit, Instant declaredAt) {}
