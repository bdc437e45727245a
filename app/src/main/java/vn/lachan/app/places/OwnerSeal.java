package vn.lachan.app.places;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** Seals who answers for a place with a key of the place's own, bound to its public id. */
@Component
class OwnerSeal {
  private final Keyring keyring;

  OwnerSeal(Keyring keyring) {
    this.keyring = keyring;
  }

  /** What is stored: the wrapped key and the sealed texts; all null where nothing is known. */
  record Columns(byte @Nullable [] key, byte @Nullable [] name, byte @Nullable [] phone) {
    static final Columns NONE = new Columns(null, null, null);
  }

  /** Seals what is new and keeps what was stored of the rest, under the same key. */
  Columns seal(UUID place, Columns stored, @Nullable PersonName name, @Nullable PhoneNumber phone) {
    Columns columns = stored;
    if (name != null) {
      Sealed sealed = seal(place, columns, name.text());
      columns = new Columns(sealed.wrappedKey(), sealed.content(), columns.phone());
    }
    if (phone != null) {
      Sealed sealed = seal(place, columns, phone.digits());
      columns = new Columns(sealed.wrappedKey(), columns.name(), sealed.content());
    }
    return columns;
  }

  OwnerContact open(UUID place, Columns stored) {
    return new OwnerContact(
        open(place, stored, stored.name()), open(place, stored, stored.phone()));
  }

  private Sealed seal(UUID place, Columns stored, String text) {
    byte[] key = stored.key();
    return key == null
        ? keyring.seal(text, context(place))
        : new Sealed(key, keyring.sealWith(key, text, context(place)));
  }

  private @Nullable String open(UUID place, Columns stored, byte @Nullable [] content) {
    byte[] key = stored.key();
    return key == null || content == null
        ? null
        : keyring.open(new Sealed(key, content), context(place));
  }

  private static String context(UUID place) {
    return "places.owner/" + place;
  }
}
