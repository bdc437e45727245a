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
 * @param requestsPerWindow codes for one phone within {@code window}
 * @param requestsPerDay codes for one phone within 24 hours
 * @param requestsPerMinute codes for all phones together within a minute
 * @param requestsPerAddress of them, codes asked for from one network address at one copy of the
 *     program; many phones of one mobile network share an address
 */
@ConfigurationProperties("access.code")
public record CodeSettings(
    @DefaultValue("5m") Duration validFor,
    @DefaultValue("24h") Duration officerWaits,
    @DefaultValue("5") int triesAtMost,
    @DefaultValue("15m") Duration window,
    @DefaultValue("3") int requestsPerWindow,
    @DefaultValue("10") int requestsPerDay,
    @DefaultValue("120") int requestsPerMinute,
    @DefaultValue("30") int requestsPerAddress) {}
