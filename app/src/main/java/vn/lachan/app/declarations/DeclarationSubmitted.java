package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody declared. Published in the transaction in which the declaration is stored; holds no
 * answer.
 */
public record DeclarationSubmitted(
    UUID declaration,
    String form,
    long person,
    int unit,
    @Nullable Long place,
    Level level,
    Instant at) {}
