package vn.lachan.app.tracing;

import java.time.LocalDate;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;

/**
 * What a trace is opened for.
 *
 * @param subject the caller's number, one trace each
 * @param person the index case; any record of the person
 * @param unit decides the province whose rules apply, and who sees the trace
 * @param confirmedOn the day whose rules apply
 */
public record TraceRequest(
    long subject, long person, String disease, int unit, LocalDate confirmedOn, CaseDates dates) {}
