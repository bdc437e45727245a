package vn.lachan.app.casework;

import java.time.Instant;

/** A case was opened. Published in the transaction that opened it. */
public record CaseConfirmed(long caseNumber, String disease, int unit, Instant at) {}
