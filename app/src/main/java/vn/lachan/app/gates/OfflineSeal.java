package vn.lachan.app.gates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The seal of captured records: a one-time key of the device agrees with the server's (ECDH over
 * P-256), HKDF-SHA-256 makes of that an AES-256-GCM key for a short run of records. The device
 * forgets the one-time key at once and the other after the run, so that it cannot read its own
 * queue. A sealed text is bound to device, key and sequence: it cannot be moved to another record.
 */
public final class OfflineSeal {
  static final int POINT_BYTES = 65;
  private static final int NONCE_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final byte[] INFO = "lachan gate record 1".getBytes(StandardCharsets.UTF_8);

  /** What stands before the 65 bytes of a P-256 point in its X.509 form (RFC 5480). */
  private static final byte[] X509_HEAD =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private OfflineSeal() {}

  static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has P-256", e);
    }
  }

  /** The uncompressed point of a public key. */
  static byte[] point(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] point = new byte[POINT_BYTES];
    System.arraycopy(encoded, encoded.length - POINT_BYTES, point, 0, POINT_BYTES);
    return point;
  }

  /**
   * The key of a run of records, by the device's one-time point.
   *
   * @throws GeneralSecurityException where that is no point of the curve
   */
  static SecretKey agree(byte[] point, PrivateKey key) throws GeneralSecurityException {
    if (point.length != POINT_BYTES) {
      throw new GeneralSecurityException("Not a point");
    }
    return secret(key, publicKey(point), point);
  }

  /**
   * The JSON inside.
   *
   * @throws GeneralSecurityException where it was not sealed with this key, for this device, under
   *     this key and sequence, or not unchanged
   */
  static byte[] open(SealedRecord sealed, UUID device, SecretKey secret)
      throws GeneralSecurityException {
    if (sealed.nonce().length != NONCE_BYTES) {
      throw new GeneralSecurityException("Not a sealed record");
    }
    return cipher(Cipher.DECRYPT_MODE, sealed, device, secret).doFinal(sealed.content());
  }

  /** A run as a device seals it; for tests and benches, which have no browser. */
  public static final class Run {
    private final SecureRandom random = new SecureRandom();
    private final UUID device;
    private final int sealKey;
    private final byte[] point;
    private final SecretKey secret;

    public Run(UUID device, GateDoor.SealKey server) {
      KeyPair once = newPair();
      this.device = device;
      this.sealKey = server.number();
      this.point = point(once.getPublic());
      try {
        this.secret = secret(once.getPrivate(), publicKey(server.publicKey()), point);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Not a key of the server", e);
      }
    }

    public SealedRecord seal(UUID key, long sequence, byte[] json) {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var empty = new SealedRecord(key, sequence, sealKey, point, nonce, new byte[0], 0);
      try {
        byte[] content = cipher(Cipher.ENCRYPT_MODE, empty, device, secret).doFinal(json);
        return new SealedRecord(key, sequence, sealKey, point, nonce, content, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Cannot seal", e);
      }
    }
  }

  /** The salt is the device's one-time point on both sides. */
  private static SecretKey secret(PrivateKey own, PublicKey other, byte[] salt)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own);
    agreement.doPhase(other, true);
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract()
                .addIKM(agreement.generateSecret())
                .addSalt(salt)
                .thenExpand(INFO, KEY_BYTES));
  }

  private static Cipher cipher(int mode, SealedRecord sealed, UUID device, SecretKey secret)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, sealed.nonce()));
    String bound = device + "|" + sealed.key() + "|" + sealed.sequence();
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    byte[] encoded = new byte[X509_HEAD.length + POINT_BYTES];
    System.arraycopy(X509_HEAD, 0, encoded, 0, X509_HEAD.length);
    System.arraycopy(point, 0, encoded, X509_HEAD.length, POINT_BYTES);
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
