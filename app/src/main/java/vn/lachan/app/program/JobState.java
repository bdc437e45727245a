package vn.lachan.app.program;

import java.util.UUID;

/**
 * Where a piece of work stands when a step begins.
 *
 * @param position what the step before returned; empty at the first
 */
public record JobState(
    UUID id, String argument, String position, long done, long total, long startedBy) {}
