package vn.lachan.engine.scan;

/**
 * What the server states in a signed code, before its signature. It names the person by the
 * personal code alone.
 *
 * @param keyId number of the key that will sign
 * @param issueHigh first half of the number of this issue, by which it can be revoked
 * @param issueLow its second half
 * @param firstDay days since 1970-01-01 in Vietnam, 0 to {@value #DAY_MOST}
 * @param lastDay the last day on which it is good, not before the first
 * @param deviceKey the device's public key as a compressed point of P-256, {@value
 *     #DEVICE_KEY_BYTES} bytes; empty for paper
 */
public record CodeToSign(
    int keyId,
    PersonalCode person,
    long issueHigh,
    long issueLow,
    int firstDay,
    int lastDay,
    byte[] deviceKey) {
  public static final int DEVICE_KEY_BYTES = 33;
  public static final int DAY_MOST = 0xFFFF;

  public CodeToSign {
    if (firstDay < 0 || lastDay < firstDay || lastDay > DAY_MOST) {
      throw new IllegalArgumentException("Not the days of a code");
    }
    if (deviceKey.length > 0 && !SignedCode.isCompressedPoint(deviceKey, 0, deviceKey.length)) {
      throw new IllegalArgumentException("Not a compressed point");
    }
  }

  /** A statement for paper. */
  public static CodeToSign forPaper(
      int keyId, PersonalCode person, long issueHigh, long issueLow, int firstDay, int lastDay) {
    return new CodeToSign(keyId, person, issueHigh, issueLow, firstDay, lastDay, new byte[0]);
  }

  /** The bytes over which the server signs. */
  public byte[] bytes() {
    byte[] bytes = new byte[SignedCode.PAPER_BYTES + deviceKey.length];
    bytes[0] = deviceKey.length == 0 ? SignedCode.PAPER_MARK : SignedCode.DEVICE_MARK;
    SignedCode.write(bytes, SignedCode.KEY_AT, 4, keyId);
    byte[] symbols = person.bytes();
    System.arraycopy(symbols, 0, bytes, SignedCode.PERSON_AT, symbols.length);
    SignedCode.write(bytes, SignedCode.ISSUE_AT, 8, issueHigh);
    SignedCode.write(bytes, SignedCode.ISSUE_AT + 8, 8, issueLow);
    SignedCode.write(bytes, SignedCode.FIRST_DAY_AT, 2, firstDay);
    SignedCode.write(bytes, SignedCode.LAST_DAY_AT, 2, lastDay);
    System.arraycopy(deviceKey, 0, bytes, SignedCode.PAPER_BYTES, deviceKey.length);
    return bytes;
  }

  /**
   * The code with the server's signature: r and s of ECDSA over P-256 with SHA-256, {@value
   * SignedCode#SIGNATURE_BYTES} bytes.
   */
  public SignedCode signed(byte[] signature) {
    return SignedCode.of(SignedCode.joined(bytes(), signature));
  }

  @Override
  public String toString() {
    return "CodeToSign[***]";
  }
}
