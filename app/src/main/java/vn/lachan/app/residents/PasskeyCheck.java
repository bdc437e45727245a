package vn.lachan.app.residents;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Refusal;

/**
 * Judges what browsers sign: by WebAuthn level 2, with the user's presence proved by the device
 * itself, without asking which make the device is. Everything wrong is one refusal.
 */
@Component
class PasskeyCheck {
  private static final int ANSWER_MOST = 20_000;
  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(
          kind(COSEAlgorithmIdentifier.ES256),
          kind(COSEAlgorithmIdentifier.EdDSA),
          kind(COSEAlgorithmIdentifier.RS256));

  private static final Pattern BYTES = Pattern.compile("[A-Za-z0-9_-]+");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter stored =
      new AttestedCredentialDataConverter(converter);

  /** A new passkey, as far as it is kept. */
  record Made(byte[] credential, byte[] publicKey, PasskeyTable.Counting counting) {}

  RegistrationData readMade(@Nullable String answer) {
    String text = shaped(answer, List.of("clientDataJSON", "attestationObject"));
    return refusing(() -> manager.parseRegistrationResponseJSON(text));
  }

  AuthenticationData readShown(@Nullable String answer) {
    String text =
        shaped(answer, List.of("clientDataJSON", "authenticatorData", "signature", "userHandle"));
    return refusing(() -> manager.parseAuthenticationResponseJSON(text));
  }

  /** The challenge that was signed. */
  byte[] challenge(@Nullable CollectedClientData said) {
    if (said == null) {
      throw wrong();
    }
    return said.getChallenge().getValue();
  }

  // The library annotates the bytes where it means the array.
  @SuppressWarnings("NullAway")
  byte[] credential(AuthenticationData data) {
    byte[] id = data.getCredentialId();
    if (id == null) {
      throw wrong();
    }
    return id;
  }

  /** Whose passkey it says it is. */
  @SuppressWarnings("NullAway")
  byte[] handle(AuthenticationData data) {
    byte[] handle = data.getUserHandle();
    if (handle == null) {
      throw wrong();
    }
    return handle;
  }

  Made made(RegistrationData data, PasskeySite site) {
    var parameters =
        new RegistrationParameters(
            server(site, challenge(data.getCollectedClientData())), KINDS, true, true);
    RegistrationData checked = refusing(() -> manager.verify(data, parameters));
    AuthenticatorData<?> said =
        Objects.requireNonNull(checked.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData credential = said.getAttestedCredentialData();
    if (credential == null) {
      throw wrong();
    }
    return new Made(credential.getCredentialId(), stored.convert(credential), counting(said));
  }

  /** What the passkey's keeper says now; a counter that went back is a copied key. */
  PasskeyTable.Counting shown(AuthenticationData data, PasskeyTable.Row known, PasskeySite site) {
    var record =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            known.counting().backupAble(),
            known.counting().backedUp(),
            known.counting().counter(),
            stored.convert(known.publicKey()),
            null,
            null,
            null,
            Set.of());
    var parameters =
        new AuthenticationParameters(
            server(site, challenge(data.getCollectedClientData())),
            record,
            List.of(known.credential()),
            true,
            true);
    AuthenticationData checked = refusing(() -> manager.verify(data, parameters));
    return counting(Objects.requireNonNull(checked.getAuthenticatorData()));
  }

  static Refusal wrong() {
    return Refusal.invalid("residents.refused.passkey");
  }

  private static PasskeyTable.Counting counting(AuthenticatorData<?> said) {
    return new PasskeyTable.Counting(said.getSignCount(), said.isFlagBS(), said.isFlagBE());
  }

  private static ServerProperty server(PasskeySite site, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /** The library takes for granted that the parts are there. */
  private static String shaped(@Nullable String answer, List<String> parts) {
    if (answer == null || answer.isBlank() || answer.length() > ANSWER_MOST) {
      throw wrong();
    }
    try {
      JsonNode said = JSON.readTree(answer);
      JsonNode response = said.path("response");
      boolean whole =
          isBytes(said.path("id"))
              && isBytes(said.path("rawId"))
              && said.path("type").isString()
              && parts.stream().allMatch(part -> isBytes(response.path(part)));
      if (!whole) {
        throw wrong();
      }
      return answer;
    } catch (JacksonException _) {
      throw wrong();
    }
  }

  /** Base64url, without which the library fails in ways of its own. */
  private static boolean isBytes(JsonNode part) {
    return part.isString()
        && part.stringValue().length() % 4 != 1
        && BYTES.matcher(part.stringValue()).matches();
  }

  private static <T> T refusing(Supplier<T> act) {
    try {
      return act.get();
    } catch (WebAuthnException | IllegalArgumentException _) {
      throw wrong();
    }
  }

  private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
