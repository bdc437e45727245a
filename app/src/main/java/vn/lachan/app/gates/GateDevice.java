package vn.lachan.app.gates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/**
 * The device that calls, as its cookie names it. It may record visits at its place and nothing
 * else.
 *
 * @param number internal; never leaves the program
 * @param revokedAt when the office took its right away; null while it holds
 * @param screen whether it only shows the place's changing code
 */
public record GateDevice(
    long number,
    UUID publicId,
    String name,
    boolean kiosk,
    PlaceCard place,
    @Nullable Instant revokedAt,
    boolean screen) {}
