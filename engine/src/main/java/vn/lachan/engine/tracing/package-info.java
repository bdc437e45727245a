/**
 * Contact tracing: visits and encounters in, contacts with their reasons out.
 *
 * <p>{@link vn.lachan.engine.tracing.Tracer} is a state machine: it says what it needs next and is
 * given rows; it never calls storage. {@link vn.lachan.engine.tracing.RuleBook} holds the dated
 * rule sets, {@link vn.lachan.engine.tracing.InfectiousPeriod} turns dates of a case into a window.
 * Times are epoch seconds, intervals half-open. Depends on the JDK only; no storage, no clock.
 */
@NullMarked
package vn.lachan.engine.tracing;

import org.jspecify.annotations.NullMarked;
