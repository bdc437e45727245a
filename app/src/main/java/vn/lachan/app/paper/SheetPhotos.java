package vn.lachan.app.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * A photograph of a filled-in sheet, for keyers who do not have the paper at hand. It is decoded
 * and drawn anew, so that nothing of the camera's notes (place, time, device) is kept, sealed with
 * a key of its own, and destroyed once two keyers agree, once an officer says that the batch was
 * compared, or at the deadline; a row says when and why.
 */
public interface SheetPhotos {
  /** A photograph that is or was held. */
  record Note(Instant addedAt, @Nullable Instant destroyedAt, @Nullable String reason) {}

  /**
   * Attaches a photograph, in place of the one before; whoever may key the batch.
   *
   * @throws Refusal {@code paper.photo.refused.too-large}, {@code …type}, {@code …animated}, {@code
   *     …truncated}, {@code …pixels}; {@code paper.refused.taken}, {@code paper.refused.void}
   */
  void attach(Actor actor, UUID batch, String serial, byte[] file, Instant now);

  /** The photograph as JPEG; an act in the audit record; whoever may key the batch. */
  Optional<byte[]> show(Actor actor, UUID batch, String serial, Instant now);

  /** What became of the photographs of a sheet; whoever may key the batch. */
  List<Note> history(Actor actor, UUID batch, String serial);
}
