package vn.lachan.app.people;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.SignedCode;

/** What a browser does with WebCrypto: holds a key of P-256 and proves half minutes with it. */
public final class TestDevice {
  private final KeyPair pair;

  public TestDevice() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The uncompressed point, as WebCrypto's raw export. */
  public byte[] publicKey() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] bytes = new byte[65];
    bytes[0] = 4;
    put(point.getAffineX(), bytes, 1);
    put(point.getAffineY(), bytes, 33);
    return bytes;
  }

  /** The text that the device shows at that time. */
  public String shows(IssuedCode issued, Instant at) {
    if (!(SignedCode.parse(issued.text()) instanceof Reading.Accepted<SignedCode>(var code))) {
      throw new IllegalArgumentException("Not a signed code");
    }
    long halfMinute = SignedCode.halfMinuteOf(at.getEpochSecond());
    return code.proved(halfMinute, sign(code.bytesToProve(halfMinute))).text();
  }

  private byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(BigInteger number, byte[] bytes, int at) {
    byte[] written = number.toByteArray();
    int length = Math.min(32, written.length);
    System.arraycopy(written, written.length - length, bytes, at + 32 - length, length);
  }
}
