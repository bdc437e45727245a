package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;

/**
 * How an officer narrows a crowd.
 *
 * @param place public id
 * @param from begin of the crowd's window, which tells it from others at the place
 * @param keepFrom only what was shared with sources in [keepFrom, keepTo)
 * @param minimumMinutes only who shared so many minutes; 0 for any
 * @param includeAll whether those who remain are contacts although they are still a crowd
 * @param reason typed by the officer, 1 to 300 letters
 */
public record CrowdChoice(
    UUID place,
    Instant from,
    Instant keepFrom,
    Instant keepTo,
    int minimumMinutes,
    boolean includeAll,
    String reason) {}
