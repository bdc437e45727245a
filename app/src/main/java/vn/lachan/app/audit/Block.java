package vn.lachan.app.audit;

import java.time.Instant;
import java.util.List;

/**
 * Some sealed entries, bound to the block before it. Hashes and the signature are hexadecimal.
 *
 * @param format version of the encoding
 * @param previous the {@link #link} of the block before
 * @param entries hash over the hashes of its entries in their order
 * @param firstEntry smallest number among its entries, {@code lastEntry} the largest
 * @param emptied whether no committed entry was left waiting when it was made
 * @param keyId which key signed it
 * @param hash over everything above
 * @param signature Ed25519 over the hash
 */
record Block(
    long number,
    int format,
    String previous,
    String entries,
    long firstEntry,
    long lastEntry,
    int count,
    boolean emptied,
    Instant sealedAt,
    String keyId,
    String hash,
    String signature) {
  static final int FORMAT = 1;

  /** What the first block names as the one before it. */
  static final String NOTHING_BEFORE = "0".repeat(64);

  private static final String PURPOSE = "lachan audit block";

  /** Hash over the hashes of entries in the order of their positions. */
  static String hashOf(List<String> entryHashes) {
    CanonicalBytes bytes = CanonicalBytes.of("lachan audit entries 1").number(entryHashes.size());
    entryHashes.forEach(bytes::hex);
    return bytes.hash();
  }

  /** What {@link #hash} must be. */
  String computedHash() {
    return CanonicalBytes.of(PURPOSE)
        .number(format)
        .number(number)
        .hex(previous)
        .hex(entries)
        .number(firstEntry)
        .number(lastEntry)
        .number(count)
        .number(emptied ? 1 : 0)
        .number(EntryContent.micros(sealedAt))
        .text(keyId)
        .hash();
  }

  /** What the next block names: the signature is part of it, so that it cannot be changed later. */
  String link() {
    return CanonicalBytes.of("lachan audit link 1").hex(hash).hex(signature).hash();
  }

  /** The same block with what the key adds to it. */
  Block signedBy(String key, String newHash, String newSignature) {
    return new Block(
        number,
        format,
        previous,
        entries,
        firstEntry,
        lastEntry,
        count,
        emptied,
        sealedAt,
        key,
        newHash,
        newSignature);
  }

  Head head() {
    return new Head(number, hash, sealedAt, keyId, signature);
  }
}
