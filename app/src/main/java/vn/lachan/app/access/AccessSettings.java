package vn.lachan.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in.
 *
 * @param hashingMemoryKilobytes memory of one Argon2id hash
 * @param hashingIterations passes over that memory
 * @param hashesAtOnce hashes computed at one time at most, so that a flood of sign-ins cannot take
 *     all memory; the others wait
 * @param actorCache how long a looked-up account is believed; a revoked role ends within it
 * @param failuresPerAddress wrong passwords for one username from one address before a pause
 * @param failuresPerUsername wrong passwords for one username from everywhere before a pause
 * @param firstPause the first pause; each following one is twice as long
 * @param longestPause where the doubling ends
 * @param oneTimePasswordDays days in which a password that somebody else set must be changed
 * @param invitationHours hours for which a keeper's invitation is valid
 */
@ConfigurationProperties("access")
public record AccessSettings(
    @DefaultValue("19456") int hashingMemoryKilobytes,
    @DefaultValue("2") int hashingIterations,
    @DefaultValue("4") int hashesAtOnce,
    @DefaultValue("5s") Duration actorCache,
    @DefaultValue("5") int failuresPerAddress,
    @DefaultValue("25") int failuresPerUsername,
    @DefaultValue("15m") Duration firstPause,
    @DefaultValue("4h") Duration longestPause,
    @DefaultValue("7") int oneTimePasswordDays,
    @DefaultValue("48") int invitationHours) {}
