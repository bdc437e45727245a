package vn.lachan.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of one-time codes.
 *
 * @param validFor how long a sent code is good
 * @param officerWaits how long a challenge waits for an officer where no code can be sent
 * @param triesAtMost wrong codes before a challenge is over
 * @param freeRequests codes for one phone from one source within 24 hours before the first pause
 * @param freeRequestsPerPhone the same from all sources that never proved the phone
 * @param firstPause the pause then, twice as long after each further code
 * @param longestPause and never longer than this
 * @param requestsPerMinute codes for all phones together within a minute, but those that browsers
 *     ask for which proved their phone before
 */
@ConfigurationProperties("access.code")
public record CodeSettings(
    @DefaultValue("5m") Duration validFor,
    @DefaultValue("24h") Duration officerWaits,
    @DefaultValue("5") int triesAtMost,
    @DefaultValue("3") int freeRequests,
    @DefaultValue("10") int freeRequestsPerPhone,
    @DefaultValue("5m") Duration firstPause,
    @DefaultValue("2h") Duration longestPause,
    @DefaultValue("120") int requestsPerMinute) {}
