package vn.lachan.app.program.backup;

/** Hears how far a long copy is, in bytes. */
interface Progress {
  void at(long done, long total);
}
