package vn.lachan.app.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Pem;

/**
 * A key that signs personal codes: ECDSA over P-256 with SHA-256, which browsers verify too, as PEM
 * texts. Its id is the beginning of the hash of its public point.
 */
final class CodeKey {
  private static final String ALGORITHM = "EC";
  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

  private final PublicKey publicKey;
  private final @Nullable PrivateKey privateKey;
  private final byte[] point;
  private final int id;

  private CodeKey(PublicKey publicKey, @Nullable PrivateKey privateKey)
      throws GeneralSecurityException {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.point = Points.uncompressed(publicKey);
    this.id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(point)).getInt();
  }

  static CodeKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair pair = generator.generateKeyPair();
      return new CodeKey(pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java of this age has P-256", e);
    }
  }

  /**
   * Reads a pair: the two PEM blocks in any order.
   *
   * @throws IllegalArgumentException when one of them misses or is no such key
   */
  static CodeKey pair(String text) {
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new CodeKey(
          keys.generatePublic(new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY"))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Pem.read(text, "PRIVATE KEY"))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a key pair of P-256", e);
    }
  }

  /** Reads a public key only: enough to verify. */
  static CodeKey publicOnly(String text) {
    try {
      var spec = new X509EncodedKeySpec(Pem.read(text, "PUBLIC KEY"));
      return new CodeKey(KeyFactory.getInstance(ALGORITHM).generatePublic(spec), null);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a public key of P-256", e);
    }
  }

  int id() {
    return id;
  }

  /** The public point, uncompressed. */
  byte[] point() {
    return point.clone();
  }

  String publicText() {
    return Pem.write("PUBLIC KEY", publicKey.getEncoded());
  }

  /** Both halves, for the private file. */
  String pairText() {
    if (privateKey == null) {
      throw new IllegalStateException("Only the public half is here");
    }
    return Pem.write("PRIVATE KEY", privateKey.getEncoded()) + publicText();
  }

  /** r and s, 64 bytes. */
  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign a code", e);
    }
  }

  boolean verifies(byte[] bytes, byte[] signed) {
    return verifies(publicKey, bytes, signed);
  }

  static boolean verifies(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "CodeKey[" + Integer.toHexString(id) + "]";
  }
}
