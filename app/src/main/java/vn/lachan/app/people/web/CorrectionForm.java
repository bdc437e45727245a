package vn.lachan.app.people.web;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.Correction;
import vn.lachan.app.people.Identity;
import vn.lachan.engine.scan.Sex;

/** The fields of the correction page as they were typed, so that they can be shown again. */
record CorrectionForm(
    @Nullable String name,
    @Nullable String birth,
    @Nullable Sex sex,
    @Nullable String citizenNumber,
    @Nullable String phone,
    @Nullable String address,
    @Nullable Integer unit,
    Correction.@Nullable Reason reason,
    int version) {
  static CorrectionForm of(Identity identity) {
    return new CorrectionForm(
        identity.name(),
        Typed.birthText(identity.birth()),
        identity.sex(),
        identity.citizenNumber(),
        "",
        identity.address(),
        identity.unit(),
        null,
        identity.version());
  }

  Correction read() {
    return new Correction(
        Typed.name(name),
        Typed.birth(birth),
        sex,
        Typed.phone(phone),
        Typed.citizenNumber(citizenNumber),
        Typed.text(address),
        unit,
        reason == null ? Correction.Reason.STATED_BY_PERSON : reason,
        version);
  }
}
