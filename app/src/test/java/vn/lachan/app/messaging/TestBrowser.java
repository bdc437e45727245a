package vn.lachan.app.messaging;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribed: its keys, and reading what comes as RFC 8291 and 8188 say. */
public final class TestBrowser {
  private static final int SALT = 16;
  private static final int POINT = 65;
  private static final int HEADER = SALT + 4 + 1 + POINT;

  private final KeyPair pair;
  private final byte[] auth = new byte[16];

  public TestBrowser() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
      new SecureRandom().nextBytes(auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String publicKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point());
  }

  public String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
  }

  /** What the body says to this browser. */
  public String open(byte[] body) throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(body, SALT);
    byte[] server = Arrays.copyOfRange(body, HEADER - POINT, HEADER);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(publicKey(server), true);
    byte[] info = concat(bytes("WebPush: info\0"), point(), server);
    byte[] input = derive(auth, agreement.generateSecret(), info, 32);
    byte[] key = derive(salt, input, bytes("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = derive(salt, input, bytes("Content-Encoding: nonce\0"), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded = cipher.doFinal(body, HEADER, body.length - HEADER);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new GeneralSecurityException("not the last record");
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var spec =
        new ECPublicKeySpec(
            new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT))),
            parameters.getParameterSpec(ECParameterSpec.class));
    return KeyFactory.getInstance("EC").generatePublic(spec);
  }

  private byte[] point() {
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    return concat(new byte[] {4}, fixed(point.getAffineX()), fixed(point.getAffineY()));
  }

  private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    HKDFParameterSpec spec =
        HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(input).thenExpand(info, length);
    return KDF.getInstance("HKDF-SHA256").deriveData(spec);
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    int length = bytes.length - from;
    System.arraycopy(bytes, from, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] concat(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
