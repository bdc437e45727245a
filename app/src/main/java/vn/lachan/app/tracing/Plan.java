package vn.lachan.app.tracing;

import vn.lachan.engine.tracing.InfectiousPeriod;
import vn.lachan.engine.tracing.Rules;

/** The rule set of a trace, the window that follows from it, and from when on is a crowd. */
record Plan(Rules rules, InfectiousPeriod period, boolean openEnded, int crowdVisitors) {}
