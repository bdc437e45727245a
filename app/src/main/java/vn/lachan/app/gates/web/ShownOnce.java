package vn.lachan.app.gates.web;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/**
 * Carries a code or a PIN over the redirect after its form, to be shown once: loading the page anew
 * asks nothing and shows it no more. Sessions lie in the database, so it travels sealed.
 */
@Component
class ShownOnce {
  /** The name of the flash attribute. */
  static final String NAME = "once";

  private static final String CONTEXT = "gates.shown-once:";

  private final Keyring keyring;
  private final JsonMapper json;

  ShownOnce(Keyring keyring, JsonMapper json) {
    this.keyring = keyring;
    this.json = json;
  }

  /** One of both. */
  record Secret(GateOffice.@Nullable Enrolment enrolment, @Nullable Pin pin) {
    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  /** A keeper's new PIN. */
  record Pin(long account, String digits) {
    @Override
    public String toString() {
      return "Pin[" + account + "]";
    }
  }

  /** As it lies in the session until the next page. */
  record Kept(byte[] wrappedKey, byte[] content) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  Kept seal(UUID place, Secret secret) {
    Sealed sealed = keyring.seal(json.writeValueAsString(secret), CONTEXT + place);
    return new Kept(sealed.wrappedKey(), sealed.content());
  }

  Secret open(UUID place, Kept kept) {
    String text = keyring.open(new Sealed(kept.wrappedKey(), kept.content()), CONTEXT + place);
    return json.readValue(text, Secret.class);
  }
}
