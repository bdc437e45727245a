/** Backup and restore with real processes and real files. */
@NullMarked
package vn.lachan.app.program.backup;

import org.jspecify.annotations.NullMarked;
