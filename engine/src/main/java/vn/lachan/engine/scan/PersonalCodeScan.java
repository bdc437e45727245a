package vn.lachan.engine.scan;

/** A person's code of this project was read, bare or inside an address. */
public record PersonalCodeScan(PersonalCode code) implements Scanned {}
