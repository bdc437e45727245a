package vn.lachan.app.places;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list of places that have to register.
 *
 * @param place the public id of its registration
 */
public record ObligedRow(
    long number,
    UUID publicId,
    String name,
    String address,
    String type,
    int unit,
    String sector,
    String document,
    ObligedState state,
    @Nullable UUID place,
    Instant enteredAt,
    long enteredBy) {}
