package vn.lachan.app.people;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.bouncycastle.math.ec.ECCurve;

/** Points of P-256 as browsers and codes write them (SEC 1, section 2.3). */
final class Points {
  static final int UNCOMPRESSED_BYTES = 65;

  private static final String CURVE_NAME = "secp256r1";
  private static final ECCurve CURVE = CustomNamedCurves.getByName(CURVE_NAME).getCurve();

  private Points() {}

  /** The same point in 33 bytes, or empty where the bytes are no point of the curve. */
  static Optional<byte[]> compressed(byte[] point) {
    return decoded(point).map(found -> found.getEncoded(true));
  }

  static byte[] uncompressed(PublicKey key) {
    ECPoint point = ((ECPublicKey) key).getW();
    return CURVE.createPoint(point.getAffineX(), point.getAffineY()).getEncoded(false);
  }

  /** The key of a point in either form, or empty where the bytes are no point of the curve. */
  static Optional<PublicKey> key(byte[] point) {
    return decoded(point).map(Points::key);
  }

  private static PublicKey key(org.bouncycastle.math.ec.ECPoint point) {
    var curve = CustomNamedCurves.getByName(CURVE_NAME);
    var spec =
        new ECNamedCurveSpec(
            CURVE_NAME, curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    var normal = point.normalize();
    var place =
        new ECPoint(
            normal.getAffineXCoord().toBigInteger(), normal.getAffineYCoord().toBigInteger());
    try {
      return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(place, spec));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java of this age has P-256", e);
    }
  }

  private static Optional<org.bouncycastle.math.ec.ECPoint> decoded(byte[] bytes) {
    try {
      var point = CURVE.decodePoint(bytes);
      return point.isInfinity() ? Optional.empty() : Optional.of(point);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOne) {
      return Optional.empty();
    }
  }
}
