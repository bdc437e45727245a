package vn.lachan.engine.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the QR of a chip card says: {@code number|old number|name|birth|sex|address|issued}. Newer
 * cards carry more fields after these seven, which are not kept. The text is not signed: anybody
 * can print one, so it is a claim like a typed form. Everything in it is personal data; {@link
 * #toString} shows masked forms only.
 *
 * @param oldNumber 9 or 12 digits, null for those who never had one
 * @param address residence as printed, without line ends, at most {@value #ADDRESS_LIMIT}
 *     characters
 * @param warnings where the number contradicts the other fields; never a reason to refuse
 */
public record CitizenCard(
    CitizenNumber number,
    @Nullable String oldNumber,
    PersonName fullName,
    PartialDate birth,
    Sex sex,
    String address,
    PartialDate issued,
    List<ScanWarning> warnings)
    implements Scanned {
  public static final int ADDRESS_LIMIT = 300;

  public CitizenCard {
    warnings = List.copyOf(warnings);
  }

  @Override
  public String toString() {
    return "CitizenCard[" + number.masked() + ", " + fullName.masked() + "]";
  }
}
