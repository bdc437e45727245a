package vn.lachan.engine.scan;

/** The code of a place was read, bare or inside the address on its poster. */
public record PlaceCodeScan(PlaceCode code) implements Scanned {}
