package vn.lachan.app.messaging;

/** Whoever keeps the residents' notices says how many of them were read. */
public interface NoticeKeeper {
  /** What became of the notices posted under a key. */
  Told told(String key);

  /**
   * Figures only.
   *
   * @param posted persons who have the notice
   * @param inApp those of them whom an account of the app answers for now
   * @param read those of them for whom some account has opened it
   */
  record Told(long posted, long inApp, long read) {}
}
