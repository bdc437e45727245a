package vn.lachan.app.tracing;

import vn.lachan.app.kernel.Page;

/** A page of those who were there, and how many there are in all. */
public record ItineraryVisitors(int persons, Page<ItineraryVisitor> page) {}
