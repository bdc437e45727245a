package vn.lachan.app.audit;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** Tells what a verification finds, as it finds it, and sums it up. */
final class VerifyReport {
  /** Beyond it findings are counted only: somebody replaced the whole record. */
  static final int FINDINGS_SHOWN = 200;

  private static final long PROGRESS_ENTRIES = 1_000_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final CommandTexts texts;
  private final PrintStream out;
  private final PrintStream err;
  private long findings;
  private long told;

  VerifyReport(CommandTexts texts, PrintStream out, PrintStream err) {
    this.texts = texts;
    this.out = out;
    this.err = err;
  }

  void found(Finding finding) {
    if (++findings <= FINDINGS_SHOWN) {
      out.println(texts.say(finding));
    }
  }

  void progress(long entries) {
    if (entries / PROGRESS_ENTRIES > told) {
      told = entries / PROGRESS_ENTRIES;
      err.println(texts.say("progress", entries));
    }
  }

  void end(Verification.Summary summary, long from, int anchors, long nanos) {
    if (findings > FINDINGS_SHOWN) {
      out.println(texts.say("more-findings", findings - FINDINGS_SHOWN));
    }
    if (from > 1) {
      out.println(texts.say("from", from, from - 1));
    }
    double seconds = Math.max(nanos, 1) / (double) TimeUnit.SECONDS.toNanos(1);
    out.println(
        texts.say(
            "read",
            summary.entries(),
            summary.blocks(),
            "%.1f".formatted(seconds),
            Math.round(summary.entries() / seconds)));
    Block last = summary.last();
    if (last != null) {
      out.println(texts.say("head", last.number(), last.hash(), at(last.sealedAt()), last.keyId()));
    }
    summary.keys().forEach((key, block) -> out.println(texts.say("key", key, block)));
    out.println(anchors == 0 ? texts.say("no-anchor") : texts.say("anchors", anchors));
    if (summary.waiting() > 0) {
      out.println(texts.say("tail", summary.waiting(), summary.waitingFrom(), summary.waitingTo()));
    }
    out.println(isWhole() ? texts.say("whole") : texts.say("not-whole", findings));
  }

  boolean isWhole() {
    return findings == 0;
  }

  private static String at(Instant time) {
    return TIME.format(time);
  }
}
