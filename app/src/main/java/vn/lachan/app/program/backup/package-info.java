/**
 * Backup and restore of the embedded database while the program runs: a copy of the cluster's files
 * between {@code pg_backup_start} and {@code pg_backup_stop} with the write-ahead log of that time,
 * each file compressed, optionally sealed, and named with its hash in a manifest. Keys are never
 * part of it. Owns the table {@code program.backup}.
 */
@NullMarked
package vn.lachan.app.program.backup;

import org.jspecify.annotations.NullMarked;
