package vn.lachan.engine.scan;

/**
 * What a scanned or typed text turned out to be. The set is closed, so a caller's switch names
 * every case, {@link Refused} included; {@link Scanner#read} makes one of any text.
 */
public sealed interface Scanned
    permits PlaceCodeScan,
        PersonalCodeScan,
        SignedCode,
        CitizenCard,
        InsuranceCard,
        CitizenNumberScan,
        NationalCode,
        PhoneNumber,
        Refused {}
