package vn.lachan.app.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit record.
 *
 * @param sealEvery pause between two looks for entries that wait for their block
 * @param blockEntries most entries of one block
 * @param anchorFile where the head of the chain is appended; a folder, or a name that ends with a
 *     slash, gets a file {@code audit-heads.jsonl}; empty means {@code audit/heads.jsonl} in the
 *     data folder. Better a disk of another machine
 * @param anchorMinutes minutes between two lines in it; 0 writes none
 * @param exportRows most entries of one export
 */
@ConfigurationProperties("audit")
public record AuditSettings(
    @DefaultValue("1s") Duration sealEvery,
    @DefaultValue("5000") int blockEntries,
    @DefaultValue("") String anchorFile,
    @DefaultValue("15") int anchorMinutes,
    @DefaultValue("200000") int exportRows) {
  public AuditSettings {
    if (sealEvery.isNegative() || sealEvery.isZero()) {
      throw new IllegalArgumentException("audit.seal-every must be longer than nothing");
    }
    if (blockEntries < 1 || blockEntries > 100_000) {
      throw new IllegalArgumentException("audit.block-entries must lie from 1 to 100000");
    }
    if (anchorMinutes < 0 || exportRows < 1) {
      throw new IllegalArgumentException("audit.anchor-minutes and export-rows count something");
    }
  }

  /** The defaults, for tests. */
  static AuditSettings defaults() {
    return new AuditSettings(Duration.ofSeconds(1), 5000, "", 15, 200_000);
  }
}
