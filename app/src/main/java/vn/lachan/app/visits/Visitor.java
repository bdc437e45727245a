package vn.lachan.app.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;
import vn.lachan.engine.scan.SignedCode;

/** How somebody names the person who visits. */
public sealed interface Visitor {
  /** By the random id that pages and the API use. */
  record PublicId(UUID id) implements Visitor {}

  /** By the person's own code. */
  record Code(PersonalCode code) implements Visitor {}

  /** By the person's own code with the server's signature. */
  record Signed(SignedCode code) implements Visitor {}

  /** By the cookie of the person's own phone. */
  record Device(String token) implements Visitor {
    @Override
    public String toString() {
      return "Device[***]";
    }
  }

  /** By what the person or a card said; nothing of it is proved. */
  record Claimed(
      @Nullable CitizenNumber citizenNumber,
      @Nullable PhoneNumber phone,
      @Nullable PersonName name,
      @Nullable Integer birthYear,
      @Nullable Sex sex,
      @Nullable String address)
      implements Visitor {
    /** What a visitor types: a phone and a name. */
    public static Claimed of(PhoneNumber phone, @Nullable PersonName name) {
      return new Claimed(null, phone, name, null, null, null);
    }

    @Override
    public String toString() {
      return "Claimed[***]";
    }
  }
}
