package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.InfectiousPeriod;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Window;

/** A row of {@code tracing.trace}. */
record StoredTrace(
    long number,
    UUID publicId,
    long subject,
    long person,
    long indexPerson,
    int unit,
    CaseDates dates,
    Window window,
    InfectiousPeriod.Start start,
    LocalDate basis,
    int days,
    Rules rules,
    Instant openedAt,
    Instant computedAt,
    int computedMillis,
    LocalDate growsFrom,
    long cursor,
    @Nullable Instant closedAt,
    @Nullable Integer crowdVisitors) {

  TraceWindow traceWindow() {
    return new TraceWindow(
        Instant.ofEpochSecond(window.from()),
        Instant.ofEpochSecond(window.to()),
        dates.isolatedAt() == null,
        start,
        basis,
        days,
        RuleSets.view(rules));
  }
}
