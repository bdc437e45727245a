package vn.lachan.app.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A phone or browser that is signed in.
 *
 * @param browser its kind, such as Chrome · Android
 * @param current whether it is the one that asks
 */
public record OwnDevice(
    UUID id, String browser, Instant signedInAt, LocalDate lastUsed, boolean current) {}
