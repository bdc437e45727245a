package vn.lachan.engine.scan;

/**
 * A citizen number stood alone: typed by a keeper, or read from the bar code of a card older than
 * the QR. It names nobody by itself; the caller asks for a name beside it.
 */
public record CitizenNumberScan(CitizenNumber number) implements Scanned {}
