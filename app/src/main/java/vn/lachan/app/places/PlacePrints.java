package vn.lachan.app.places;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;

/**
 * Posters of many places as one PDF, drawn in the background. A print exists for the account that
 * asked for it, for some hours.
 */
public interface PlacePrints {
  /** A file that is being drawn, or is ready. */
  record Print(
      UUID id,
      Instant createdAt,
      PrintLayout layout,
      int places,
      @Nullable UUID job,
      boolean ready) {}

  /** How many places would be printed: open ones, of a filter or of an import. */
  int count(Actor actor, PlaceFilter filter, @Nullable UUID ofImport);

  /**
   * Begins a file, ordered by commune and name, so that it can be handed out.
   *
   * @param address what the codes lead to
   * @throws vn.lachan.app.kernel.Refusal {@code places.print.refused.none}, {@code
   *     places.print.refused.too-many}
   */
  UUID start(
      Actor actor,
      PlaceFilter filter,
      @Nullable UUID ofImport,
      PrintLayout layout,
      String address,
      Instant now);

  Print get(Actor actor, UUID id);

  /** The actor's, the latest first. */
  List<Print> list(Actor actor);

  /** The whole file, page after page. */
  void write(Actor actor, UUID id, OutputStream out) throws IOException;

  @Inside("a limit is no secret")
  int most();
}
