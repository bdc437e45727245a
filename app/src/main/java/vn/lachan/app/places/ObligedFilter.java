package vn.lachan.app.places;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.units.Hierarchy;

/**
 * Which entries a list shows; null means any.
 *
 * @param unit a unit of the hierarchy and all below it
 */
public record ObligedFilter(
    @Nullable String text,
    Hierarchy hierarchy,
    @Nullable Integer unit,
    @Nullable String sector,
    @Nullable String type,
    @Nullable ObligedState state) {}
