package vn.lachan.app.casework;

import java.util.UUID;

/** A case that was opened just now. */
public record OpenedCase(UUID publicId, long number, int contacts, long millis) {}
