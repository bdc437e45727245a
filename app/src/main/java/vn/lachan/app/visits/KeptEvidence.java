package vn.lachan.app.visits;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What an open trace has of its own after days were destroyed.
 *
 * @param growsFrom the first day for which it can still find somebody new
 * @param visits copied visits of earlier days
 */
public record KeptEvidence(String follower, UUID thing, LocalDate growsFrom, long visits) {}
