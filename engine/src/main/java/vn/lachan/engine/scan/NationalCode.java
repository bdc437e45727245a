package vn.lachan.engine.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unified personal QR of Decision 1405/QĐ-BTTTT (11/9/2021), version 1.1: {@code
 * document|name|birth|kind|QID|extension}, the extension parted by {@code <}: QID of the declarant,
 * sex, health insurance number, phone, and more that is not kept. A document number and the day of
 * birth may be masked with stars by whoever showed the code. Everything in it is personal data;
 * {@link #toString} shows masked forms only.
 *
 * @param documentNumber letters, digits and masking stars, at most {@value #DOCUMENT_LIMIT}
 * @param declaredOnBehalf true where another person declared for this one
 * @param qid issued by the national platform: letters, digits and masking stars, not checked
 *     further
 * @param declarantQid of the one who declared on behalf, null where not stated
 * @param warnings parts of the extension that were left out as unreadable
 */
public record NationalCode(
    String documentNumber,
    PersonName fullName,
    PartialDate birth,
    boolean declaredOnBehalf,
    String qid,
    @Nullable String declarantQid,
    @Nullable Sex sex,
    @Nullable String insuranceNumber,
    @Nullable PhoneNumber phone,
    List<ScanWarning> warnings)
    implements Scanned {
  public static final int DOCUMENT_LIMIT = 20;
  public static final int QID_LIMIT = 32;
  public static final int INSURANCE_LIMIT = 17;

  public NationalCode {
    warnings = List.copyOf(warnings);
  }

  /** The document number where it is a citizen number and nothing of it is masked, else null. */
  public @Nullable CitizenNumber citizenNumber() {
    return CitizenNumber.ofField(documentNumber)
            instanceof Reading.Accepted<CitizenNumber>(CitizenNumber number)
        ? number
        : null;
  }

  /**
   * The code as text again, for showing: without the document number's first six characters, the
   * day and month of birth, the insurance number and the phone.
   */
  public Reading<String> maskedText() {
    return NationalCodeWriter.write(this, true);
  }

  /**
   * The code as text again, whole; refused, as {@link #maskedText} is, where the QID itself was
   * masked: a code is written only with a QID that the national platform issued.
   */
  public Reading<String> wholeText() {
    return NationalCodeWriter.write(this, false);
  }

  @Override
  public String toString() {
    return "NationalCode[" + fullName.masked() + "]";
  }
}
