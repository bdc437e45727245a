package vn.lachan.engine.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A person's code with the server's signature: {@value #PREFIX} and, in base 45, a mark of version
 * and kind (1 byte), the signing key (4), the personal code (10), the number of the issue (16), its
 * first and last day (2 each), for a device its public key as a compressed point of P-256 (33), and
 * the signature (64, r and s). A device adds the half minute in which it shows the code (4) and its
 * own signature over all before (64); a code of a device without that proves nothing and is not
 * accepted by {@link Scanner}. On paper the code is static, so it can be copied: it is weaker, and
 * revoked by its number.
 *
 * <p>Nothing is verified here: the caller verifies {@link #signature} over {@link #signedBytes} by
 * the key {@link #keyId}, then {@link #proof} over {@link #provedBytes} by {@link #deviceKey}, both
 * ECDSA over P-256 with SHA-256, then asks {@link #lapseAt} and whether the issue was revoked.
 */
public final class SignedCode implements Scanned {
  public static final String PREFIX = "LC2:";
  public static final int SIGNATURE_BYTES = 64;
  public static final int HALF_MINUTE_SECONDS = 30;

  /** Clocks and people are slow: the half minutes before and after count too. */
  public static final int HALF_MINUTES_ASIDE = 1;

  /** Longer than any; more is not read. */
  static final int TEXT_LIMIT = 320;

  static final byte DEVICE_MARK = 0x21;
  static final byte PAPER_MARK = 0x22;
  static final int KEY_AT = 1;
  static final int PERSON_AT = 5;
  static final int ISSUE_AT = 15;
  static final int FIRST_DAY_AT = 31;
  static final int LAST_DAY_AT = 33;
  static final int PAPER_BYTES = 35;

  private static final int DEVICE_BYTES = PAPER_BYTES + CodeToSign.DEVICE_KEY_BYTES;
  private static final int PAPER_LENGTH = PAPER_BYTES + SIGNATURE_BYTES;
  private static final int DEVICE_LENGTH = DEVICE_BYTES + SIGNATURE_BYTES;
  private static final int PROVED_BYTES = DEVICE_LENGTH + 4;
  private static final int PROVED_LENGTH = PROVED_BYTES + SIGNATURE_BYTES;

  private static final int VIETNAM_SECONDS = 7 * 3600;
  private static final int DAY_SECONDS = 24 * 3600;

  /** What a code rests on. */
  public enum Kind {
    /** A key in a device, which proves each half minute anew. */
    DEVICE,
    /** A print, which can be copied. */
    PAPER
  }

  private final byte[] content;
  private final PersonalCode person;

  private SignedCode(byte[] content, PersonalCode person) {
    this.content = content;
    this.person = person;
  }

  /** Reads a code of either kind, a device's also while its proof is missing. */
  public static Reading<SignedCode> parse(String text) {
    if (text.length() > TEXT_LIMIT) {
      return Reading.refuse(RefusalCode.TEXT_TOO_LONG, TEXT_LIMIT);
    }
    if (!begins(text)) {
      return Reading.refuse(RefusalCode.SIGNED_CODE_PREFIX_MISSING);
    }
    return switch (Base45.read(text.substring(PREFIX.length()))) {
      case Reading.Accepted<byte[]>(byte[] bytes) -> read(bytes);
      case Reading.Rejected<byte[]>(Refused refused) -> new Reading.Rejected<>(refused);
    };
  }

  static boolean begins(String text) {
    if (text.length() < PREFIX.length()) {
      return false;
    }
    for (int index = 0; index < PREFIX.length(); index++) {
      if (TextCleaning.upperAscii(text.charAt(index)) != PREFIX.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  /** The code of bytes made here. */
  static SignedCode of(byte[] bytes) {
    return switch (read(bytes)) {
      case Reading.Accepted<SignedCode>(SignedCode code) -> code;
      case Reading.Rejected<SignedCode>(Refused refused) ->
          throw new IllegalArgumentException("Not a signed code: " + refused.code());
    };
  }

  /** The half minute that holds a time, counted from 1970. */
  public static long halfMinuteOf(long epochSecond) {
    return Math.floorDiv(epochSecond, (long) HALF_MINUTE_SECONDS);
  }

  /** The day in Vietnam, which keeps UTC+7 all year, counted from 1970-01-01. */
  public static int dayOf(long epochSecond) {
    return (int) Math.floorDiv(epochSecond + VIETNAM_SECONDS, (long) DAY_SECONDS);
  }

  /** What the device signs to show this code in that half minute. */
  public byte[] bytesToProve(long halfMinute) {
    requireKind();
    byte[] bytes = Arrays.copyOf(content, PROVED_BYTES);
    write(bytes, DEVICE_LENGTH, 4, halfMinute);
    return bytes;
  }

  /** The code as the device shows it in that half minute. */
  public SignedCode proved(long halfMinute, byte[] signature) {
    return of(joined(bytesToProve(halfMinute), signature));
  }

  public Kind kind() {
    return content[0] == DEVICE_MARK ? Kind.DEVICE : Kind.PAPER;
  }

  /** The number of the server's key: the first four bytes of the hash of its public point. */
  public int keyId() {
    return (int) number(KEY_AT, 4);
  }

  public PersonalCode person() {
    return person;
  }

  public long issueHigh() {
    return number(ISSUE_AT, 8);
  }

  public long issueLow() {
    return number(ISSUE_AT + 8, 8);
  }

  public int firstDay() {
    return (int) number(FIRST_DAY_AT, 2);
  }

  public int lastDay() {
    return (int) number(LAST_DAY_AT, 2);
  }

  public byte[] signedBytes() {
    return Arrays.copyOf(content, signedLength());
  }

  public byte[] signature() {
    return Arrays.copyOfRange(content, signedLength(), signedLength() + SIGNATURE_BYTES);
  }

  /** The device's public key, a compressed point of P-256. */
  public byte[] deviceKey() {
    requireKind();
    return Arrays.copyOfRange(content, PAPER_BYTES, DEVICE_BYTES);
  }

  /** Whether a device's signature over a half minute is there; never on paper. */
  public boolean isProved() {
    return content.length == PROVED_LENGTH;
  }

  public long halfMinute() {
    requireProof();
    return number(DEVICE_LENGTH, 4);
  }

  public byte[] provedBytes() {
    requireProof();
    return Arrays.copyOf(content, PROVED_BYTES);
  }

  public byte[] proof() {
    requireProof();
    return Arrays.copyOfRange(content, PROVED_BYTES, PROVED_LENGTH);
  }

  /** Why its times do not fit this moment, or null where they do. */
  public @Nullable CodeLapse lapseAt(long epochSecond) {
    int day = dayOf(epochSecond);
    if (day < firstDay()) {
      return CodeLapse.NOT_YET;
    }
    if (day > lastDay()) {
      return CodeLapse.EXPIRED;
    }
    boolean stale =
        isProved() && Math.abs(halfMinute() - halfMinuteOf(epochSecond)) > HALF_MINUTES_ASIDE;
    return stale ? CodeLapse.STALE : null;
  }

  /** As it stands in the QR. */
  public String text() {
    return PREFIX + Base45.write(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedCode code && Arrays.equals(content, code.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "SignedCode[" + kind() + "]";
  }

  static void write(byte[] bytes, int at, int count, long number) {
    for (int index = 0; index < count; index++) {
      bytes[at + index] = (byte) (number >>> (8 * (count - 1 - index)));
    }
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  static boolean isCompressedPoint(byte[] bytes, int from, int to) {
    return to - from == CodeToSign.DEVICE_KEY_BYTES && (bytes[from] == 2 || bytes[from] == 3);
  }

  private static Reading<SignedCode> read(byte[] bytes) {
    if (bytes.length == 0 || (bytes[0] != DEVICE_MARK && bytes[0] != PAPER_MARK)) {
      return Reading.refuse(RefusalCode.SIGNED_CODE_VERSION_UNKNOWN);
    }
    boolean whole =
        bytes[0] == PAPER_MARK
            ? bytes.length == PAPER_LENGTH
            : bytes.length == DEVICE_LENGTH || bytes.length == PROVED_LENGTH;
    if (!whole) {
      return Reading.refuse(RefusalCode.SIGNED_CODE_LENGTH_WRONG, bytes.length);
    }
    boolean keyRight =
        bytes[0] == PAPER_MARK || isCompressedPoint(bytes, PAPER_BYTES, DEVICE_BYTES);
    PersonalCode person =
        PersonalCode.ofBytes(Arrays.copyOfRange(bytes, PERSON_AT, PERSON_AT + PersonalCode.BYTES));
    if (person == null || !keyRight) {
      return Reading.refuse(RefusalCode.SIGNED_CODE_DAMAGED);
    }
    SignedCode code = new SignedCode(bytes, person);
    return code.lastDay() < code.firstDay()
        ? Reading.refuse(RefusalCode.SIGNED_CODE_DAMAGED)
        : new Reading.Accepted<>(code);
  }

  private int signedLength() {
    return kind() == Kind.DEVICE ? DEVICE_BYTES : PAPER_BYTES;
  }

  private long number(int at, int count) {
    long number = 0;
    for (int index = at; index < at + count; index++) {
      number = number << 8 | (content[index] & 0xFF);
    }
    return number;
  }

  private void requireKind() {
    if (kind() != Kind.DEVICE) {
      throw new IllegalStateException("Paper has no key and proves nothing");
    }
  }

  private void requireProof() {
    if (!isProved()) {
      throw new IllegalStateException("Nothing is proved");
    }
  }
}
