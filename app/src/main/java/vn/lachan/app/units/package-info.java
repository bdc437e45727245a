/**
 * Administrative units and sectors, both dated, with lineage.
 *
 * <p>A unit is known by code and date: the hierarchy with districts (held as of 1 July 2021) and
 * the one without (since 1 July 2025) stand side by side, and records elsewhere keep the unit as it
 * was entered. The reference data are the files {@code units/*.tsv}, held in memory for look-up and
 * loaded into the database for joins; only what operators add is stored there first.
 *
 * <p>Front door: {@link vn.lachan.app.units.Units}. Tables: schema {@code units}. Events published:
 * none yet. Depends on {@code kernel} only.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package vn.lachan.app.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
