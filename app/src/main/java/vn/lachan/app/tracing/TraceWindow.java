package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.LocalDate;
import vn.lachan.engine.tracing.InfectiousPeriod;

/**
 * The time in which the index case may have infected others, with its reason.
 *
 * @param to end of the window: isolation, or, where {@code openEnded}, the moment of computing
 * @param start what {@code from} is counted from
 * @param basis the day counted from
 * @param days added to it; negative when counted back
 */
public record TraceWindow(
    Instant from,
    Instant to,
    boolean openEnded,
    InfectiousPeriod.Start start,
    LocalDate basis,
    int days,
    RuleSet rules) {}
