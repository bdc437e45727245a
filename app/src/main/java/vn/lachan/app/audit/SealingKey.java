package vn.lachan.app.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Pem;

/**
 * An Ed25519 key of the seal (RFC 8032), as PEM texts. Its id is the beginning of the hash of its
 * public half, so that a name cannot be given to another key.
 */
final class SealingKey {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ALGORITHM = "Ed25519";
  private static final int ID_BYTES = 8;

  private final PublicKey publicKey;
  private final @Nullable PrivateKey privateKey;
  private final String id;

  private SealingKey(PublicKey publicKey, @Nullable PrivateKey privateKey)
      throws GeneralSecurityException {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
    this.id = HEX.formatHex(hash, 0, ID_BYTES);
  }

  static SealingKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SealingKey(pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java of this age has Ed25519", e);
    }
  }

  /**
   * Reads a pair: the two PEM blocks in any order.
   *
   * @throws IllegalArgumentException when one of them misses or is no such key
   */
  static SealingKey pair(String text) {
    try {
      var keys = KeyFactory.getInstance(ALGORITHM);
      return new SealingKey(
          keys.generatePublic(new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY"))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, "PRIVATE KEY"))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not an Ed25519 key pair", e);
    }
  }

  /** Reads a public key only: enough to verify. */
  static SealingKey publicOnly(String text) {
    try {
      var spec = new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY"));
      return new SealingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(spec), null);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not an Ed25519 public key", e);
    }
  }

  String id() {
    return id;
  }

  String publicText() {
    return Pem.write("PUBLIC KEY", publicKey.getEncoded());
  }

  /** Both halves, for the private file. */
  String pairText() {
    if (privateKey == null) {
      throw new IllegalStateException("Only the public half of " + id + " is here");
    }
    return Pem.write("PRIVATE KEY", privateKey.getEncoded()) + publicText();
  }

  /** Signs a hexadecimal hash; the signature is hexadecimal too. */
  String sign(String hash) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(HEX.parseHex(hash));
      return HEX.formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with " + id, e);
    }
  }

  boolean verifies(String hash, String signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey);
      signature.update(HEX.parseHex(hash));
      return signature.verify(HEX.parseHex(signed));
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "SealingKey[" + id + "]";
  }
}
