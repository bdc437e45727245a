package vn.lachan.app.people;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/** A record as it lies in the table; the sealed part is null once it was destroyed. */
record PersonRow(
    long number,
    UUID publicId,
    @Nullable Sealed sealed,
    int version,
    @Nullable Integer unit,
    Source source,
    Instant createdAt) {
  boolean destroyed() {
    return sealed == null;
  }

  StoredIdentity opened(Keyring keyring) {
    return StoredIdentity.read(keyring.open(Objects.requireNonNull(sealed), publicId.toString()));
  }

  /** Opens something else that was sealed with this record's key. */
  String opened(Keyring keyring, byte[] content) {
    byte[] key = Objects.requireNonNull(sealed).wrappedKey();
    return keyring.open(new Sealed(key, content), publicId.toString());
  }
}
