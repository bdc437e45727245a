package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text to be hashed for look-up. It is personal data: {@link #toString} hides it. */
record LookupValue(LookupKind kind, String text) {
  /** Everything by which a record shall be found. */
  static List<LookupValue> of(StoredIdentity identity, @Nullable Integer unit) {
    List<LookupValue> values = new ArrayList<>();
    add(values, LookupKind.PERSONAL_CODE, identity.code());
    add(values, LookupKind.CITIZEN_NUMBER, identity.citizenNumber());
    for (StoredPhone phone : identity.phones()) {
      add(values, LookupKind.PHONE, phone.digits());
      add(values, LookupKind.PHONE_NAME, phone.digits(), identity.nameKey());
      add(values, LookupKind.PHONE_YEAR, phone.digits(), identity.birthYear());
    }
    add(values, LookupKind.NAME_YEAR_UNIT, identity.nameKey(), identity.birthYear(), unit);
    return values;
  }

  /** Everything by which the person of a claim may be known already. */
  static List<LookupValue> of(Claim claim) {
    String phone = claim.phone() == null ? null : claim.phone().digits();
    String nameKey = claim.name() == null ? null : claim.name().key();
    List<LookupValue> values = new ArrayList<>();
    add(
        values,
        LookupKind.PERSONAL_CODE,
        claim.personalCode() == null ? null : claim.personalCode().symbols());
    add(values, LookupKind.CITIZEN_NUMBER, claim.citizenNumber());
    add(values, LookupKind.PHONE_NAME, phone, nameKey);
    add(values, LookupKind.PHONE_YEAR, phone, claim.birthYear());
    add(values, LookupKind.NAME_YEAR_UNIT, nameKey, claim.birthYear(), claim.unit());
    add(values, LookupKind.DEVICE_NAME, claim.deviceToken(), nameKey);
    return values;
  }

  @Override
  public String toString() {
    return kind.name();
  }

  private static void add(List<LookupValue> values, LookupKind kind, @Nullable Object... parts) {
    List<String> texts = new ArrayList<>();
    for (Object part : parts) {
      if (part == null) {
        return;
      }
      texts.add(part.toString());
    }
    values.add(new LookupValue(kind, String.join("|", texts)));
  }
}
