/**
 * Measurements, each beside its baseline in the same run: the machines are noisy, so ratios hold
 * and absolute times do not.
 */
@NullMarked
package vn.lachan.bench;

import org.jspecify.annotations.NullMarked;
