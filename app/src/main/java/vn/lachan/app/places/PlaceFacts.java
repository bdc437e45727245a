package vn.lachan.app.places;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.tracing.Setting;

/** A registration that passed the rules. {@code hours} null means those of the type. */
record PlaceFacts(
    String name,
    String address,
    String searchName,
    String searchAddress,
    PlaceType type,
    int unit,
    @Nullable Point location,
    boolean locationExact,
    Setting setting,
    @Nullable OpeningHours hours,
    @Nullable Integer capacity,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    @Nullable PersonName ownerName,
    @Nullable PhoneNumber ownerPhone) {}
