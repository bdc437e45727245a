package vn.lachan.app.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists show one: enough to tell rows apart, not enough to know whom.
 *
 * @param name masked, such as Nguyễn V. ***; empty where nobody stated one or it was destroyed
 * @param phone masked, such as 091***5678; the proved one before a claimed one
 * @param unit the commune of residence
 * @param destroyed whether the identity was destroyed
 */
public record MaskedPerson(
    UUID publicId,
    String name,
    @Nullable String phone,
    boolean phoneProved,
    @Nullable Integer birthYear,
    @Nullable Integer unit,
    boolean destroyed) {}
