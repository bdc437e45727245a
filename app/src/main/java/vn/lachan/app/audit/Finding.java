package vn.lachan.app.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that a whole record does not have.
 *
 * @param block where; 0 where no block is concerned
 * @param entry which; 0 where a whole block is concerned
 * @param detail what the sentence of its kind needs besides
 */
record Finding(Kind kind, long block, long entry, @Nullable String detail) {
  /** Each is a text of the command, under the name in small letters with dashes. */
  enum Kind {
    BLOCK_ALTERED,
    BLOCK_MISSING,
    BLOCK_UNKNOWN_FORMAT,
    CHAIN_BROKEN,
    SIGNATURE_WRONG,
    KEY_NOT_BELIEVED,
    ENTRIES_REORDERED,
    ENTRIES_EXCHANGED,
    ENTRY_ALTERED,
    ENTRY_MISSING,
    ENTRY_TAKEN_FROM_BLOCK,
    ENTRY_SLIPPED_INTO_BLOCK,
    ENTRY_OUTSIDE,
    ENTRY_IN_THE_PAST,
    WAITING_MISSING,
    ANCHOR_KEY_NOT_BELIEVED,
    ANCHOR_FORGED,
    ANCHOR_DIFFERS,
    TAIL_CUT
  }

  static Finding ofBlock(Kind kind, long block) {
    return new Finding(kind, block, 0, null);
  }

  static Finding ofEntry(Kind kind, long block, long entry) {
    return new Finding(kind, block, entry, null);
  }
}
