/**
 * The command {@code trace}: the tracing engine on a file of visits, without a database.
 *
 * <p>Plain Java with no Spring, so that it answers before a server would have started. Owns no
 * tables and no events; depends on the engine only. Its texts stand in {@code
 * tracing/command.properties}; docs/trace-command.md describes it.
 */
@NullMarked
package vn.lachan.app.tracing.command;

import org.jspecify.annotations.NullMarked;
