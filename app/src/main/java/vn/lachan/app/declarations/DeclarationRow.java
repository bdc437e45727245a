package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;

/**
 * A declaration as lists show it: masked, without answers.
 *
 * @param number grows in the order of arrival; officers speak of declarations by it
 * @param place where it was made; null for nowhere in particular
 * @param by who declared for the person, masked; null where unknown or the person themselves
 * @param originalAt what the device's own clock said, where that was another time
 * @param keyedBy the shown name of the account that entered it; null for the person's own
 */
public record DeclarationRow(
    long number,
    UUID publicId,
    String form,
    String formVersion,
    MaskedPerson who,
    @Nullable MaskedPerson by,
    int unit,
    @Nullable PlaceCard place,
    DeclarationWay way,
    Level level,
    List<String> warnings,
    Instant declaredAt,
    @Nullable Instant originalAt,
    Instant receivedAt,
    @Nullable String keyedBy,
    @Nullable String paperSerial) {
  public DeclarationRow {
    warnings = List.copyOf(warnings);
  }
}
