package vn.lachan.app.casework;

import java.time.Instant;

/** Who took a list out, of which case, when, and how many rows. */
public record ExportHead(String reader, long caseNumber, Instant at, int rows) {}
