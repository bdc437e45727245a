package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration on its way in. It is personal data: {@link #toString} shows none of it.
 *
 * @param key made by whoever sends it; a second delivery with the same key changes nothing
 * @param person the number of the record whose declaration it is
 * @param responseJson a QuestionnaireResponse of FHIR R4 as JSON
 * @param place where it was made; null for nowhere in particular
 * @param byPerson who declared for the person, where known
 * @param declaredAt when, by the server's clock or corrected to it
 * @param originalAt what the device's own clock said; null where it was the server's
 * @param unit the commune of residence where the sender knows it better than the answers; usually
 *     null
 * @param device the number of the browser or device that sent it
 * @param proved whether a proved phone, a code signed by the person's own device, or an officer
 *     stands behind it; without, somebody only said who it is
 */
public record NewDeclaration(
    UUID key,
    long person,
    String form,
    String formVersion,
    String responseJson,
    DeclarationWay way,
    @Nullable Long place,
    @Nullable Long byPerson,
    Instant declaredAt,
    @Nullable Instant originalAt,
    int clockCorrectionSeconds,
    @Nullable String paperSerial,
    @Nullable Integer unit,
    @Nullable Long device,
    boolean proved) {
  /** Without a unit and a device, and unproved. */
  public NewDeclaration(
      UUID key,
      long person,
      String form,
      String formVersion,
      String responseJson,
      DeclarationWay way,
      @Nullable Long place,
      @Nullable Long byPerson,
      Instant declaredAt,
      @Nullable Instant originalAt,
      int clockCorrectionSeconds,
      @Nullable String paperSerial) {
    this(
        key,
        person,
        form,
        formVersion,
        responseJson,
        way,
        place,
        byPerson,
        declaredAt,
        originalAt,
        clockCorrectionSeconds,
        paperSerial,
        null,
        null,
        false);
  }

  /** The same, with somebody who proved whose it is. */
  public NewDeclaration byProof() {
    return new NewDeclaration(
        key,
        person,
        form,
        formVersion,
        responseJson,
        way,
        place,
        byPerson,
        declaredAt,
        originalAt,
        clockCorrectionSeconds,
        paperSerial,
        unit,
        device,
        true);
  }

  @Override
  public String toString() {
    return "NewDeclaration[" + key + "]";
  }
}
