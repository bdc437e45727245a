package vn.lachan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.ProgramTest;
import vn.lachan.engine.scan.PhoneNumber;

/** Signatures of a passkey that are not meant for this sign-in, each refused in the same words. */
@ProgramTest
class PasskeyAttackTests {
  private static final PasskeySite SITE =
      new PasskeySite("lachan.example", "https://lachan.example");
  private static final byte PRESENT = 1;
  private static final byte VERIFIED = 4;

  @Autowired private Passkeys passkeys;
  @Autowired private PasskeyTable table;
  @Autowired private ResidentAccounts accounts;
  @Autowired private Clock clock;

  private Instant now;
  private Resident mine;
  private Resident theirs;
  private Key key;
  private Key other;

  /** A passkey as its keeper holds it. */
  private record Key(byte[] credential, KeyPair pair) {}

  @BeforeEach
  void enrol() throws GeneralSecurityException {
    now = clock.instant();
    mine = accounts.load(new PhoneNumber("84530007001"), now);
    theirs = accounts.load(new PhoneNumber("84530007002"), now);
    key = enrolled(mine);
    other = enrolled(theirs);
  }

  @Test
  void onlyOnesOwnSignatureOfThisChallengeHereAndNowOpensTheAccount() throws Exception {
    String asked = passkeys.askToSignIn(SITE, now).challenge();
    String answer = answer(asked, SITE.origin(), key, mine, VERIFIED, 5);
    String token = passkeys.signIn(answer, SITE, "Chrome · Android", now);
    assertThat(accounts.byToken(token, now).orElseThrow().account()).isEqualTo(mine.account());
    refused("replayed", answer, now);

    refused("another site", answer(fresh(), "https://lachan.evil", key, mine, VERIFIED, 6), now);
    refused("a page below", answer(fresh(), "http://lachan.example", key, mine, VERIFIED, 6), now);
    refused("their account", answer(fresh(), SITE.origin(), key, theirs, VERIFIED, 6), now);
    refused(
        "their credential, my key",
        answer(
            fresh(), SITE.origin(), new Key(other.credential(), key.pair()), theirs, VERIFIED, 6),
        now);
    refused(
        "a challenge to add",
        answer(
            passkeys.askToAdd(mine, SITE, now).challenge(), SITE.origin(), key, mine, VERIFIED, 6),
        now);
    refused("an invented challenge", answer("AAAA", SITE.origin(), key, mine, VERIFIED, 6), now);
    refused(
        "no bytes at all",
        "{\"id\":\"a\",\"rawId\":\"a\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"*\","
            + "\"authenticatorData\":\"*\",\"signature\":\"a\",\"userHandle\":\"a\"}}",
        now);
    refused("nobody touched it", answer(fresh(), SITE.origin(), key, mine, (byte) 0, 6), now);
    refused("a copied key", answer(fresh(), SITE.origin(), key, mine, VERIFIED, 4), now);
    refused(
        "too late",
        answer(fresh(), SITE.origin(), key, mine, VERIFIED, 6),
        now.plus(Duration.ofMinutes(6)));
    assertThat(
            passkeys.signIn(
                answer(fresh(), SITE.origin(), key, mine, VERIFIED, 6),
                SITE,
                "Chrome · Android",
                now))
        .isNotEmpty();
  }

  private String fresh() {
    return passkeys.askToSignIn(SITE, now).challenge();
  }

  private void refused(String what, String answer, Instant at) {
    assertThatThrownBy(() -> passkeys.signIn(answer, SITE, "Chrome · Android", at))
        .as(what)
        .hasMessage("residents.refused.passkey");
  }

  private Key enrolled(Resident resident) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var made = new Key(bytes(UUID.randomUUID()), generator.generateKeyPair());
    var kept =
        new AttestedCredentialData(
            AAGUID.ZERO,
            made.credential(),
            EC2COSEKey.create(
                (ECPublicKey) made.pair().getPublic(), COSEAlgorithmIdentifier.ES256));
    byte[] stored = new AttestedCredentialDataConverter(new ObjectConverter()).convert(kept);
    var counting = new PasskeyTable.Counting(0, false, false);
    table.insert(resident.account(), made.credential(), stored, counting, new byte[] {1}, now);
    return made;
  }

  private static String answer(
      String challenge, String origin, Key key, Resident whose, byte verified, int counter)
      throws GeneralSecurityException {
    byte[] said =
        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
            .formatted(challenge, origin)
            .getBytes(StandardCharsets.UTF_8);
    byte[] data =
        ByteBuffer.allocate(37)
            .put(hash(SITE.id().getBytes(StandardCharsets.UTF_8)))
            .put((byte) (verified == 0 ? 0 : PRESENT | verified))
            .putInt(counter)
            .array();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.pair().getPrivate());
    signature.update(data);
    signature.update(hash(said));
    return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{
        "clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}
        """
        .formatted(
            text(key.credential()),
            text(said),
            text(data),
            text(signature.sign()),
            text(bytes(whose.accountId())));
  }

  private static byte[] hash(byte[] content) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(content);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
