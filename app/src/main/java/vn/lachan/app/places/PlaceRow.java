package vn.lachan.app.places;

import java.time.Instant;
import java.util.UUID;
import vn.lachan.engine.scan.PlaceCode;

/**
 * A line of a list of places. {@code since} is when the status began, {@code revision} what a
 * decision about it sends back.
 */
public record PlaceRow(
    long number,
    UUID publicId,
    PlaceCode code,
    String name,
    String address,
    int unit,
    String type,
    String sector,
    Status status,
    Instant since,
    int revision) {}
