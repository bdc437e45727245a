package vn.lachan.app.tracing;

import vn.lachan.engine.tracing.InfectiousPeriod;
import vn.lachan.engine.tracing.Rules;

/** The rule set of a trace and the window that follows from it. */
record Plan(Rules rules, InfectiousPeriod period, boolean openEnded) {}
