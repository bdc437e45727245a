package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Reach;

/** Where a search by name looks: what the officer may see, and the unit they chose within it. */
record NameArea(Reach reach, @Nullable Integer unit) {}
