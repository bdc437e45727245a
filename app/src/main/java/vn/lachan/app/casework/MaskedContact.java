package vn.lachan.app.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as the lists of cases show one. */
public record MaskedContact(
    UUID publicId,
    String name,
    @Nullable String phone,
    boolean phoneProved,
    @Nullable Integer birthYear,
    @Nullable Integer unit) {}
