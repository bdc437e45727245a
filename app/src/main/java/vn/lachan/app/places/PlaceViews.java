package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;

/** A place as its own page shows it, and its owner, opened for a reason. */
@Component
class PlaceViews {
  private final JdbcClient jdbc;
  private final PlaceCardTable cards;
  private final PlaceHistoryTable history;
  private final PlaceTable places;
  private final OwnerSeal owners;
  private final Audit audit;

  PlaceViews(
      JdbcClient jdbc,
      PlaceCardTable cards,
      PlaceHistoryTable history,
      PlaceTable places,
      OwnerSeal owners,
      Audit audit) {
    this.jdbc = jdbc;
    this.cards = cards;
    this.history = history;
    this.places = places;
    this.owners = owners;
    this.audit = audit;
  }

  PlaceView view(PlaceScope scope, UUID publicId) {
    PlaceView bare =
        jdbc.sql(
                """
                select %s, p.revision, p.must_register, p.created_at, p.created_by,
                  p.owner_key is not null as has_owner
                from places.place p where p.public_id = :id and %s
                """
                    .formatted(PlaceCardTable.COLUMNS, scope.sql()))
            .param("id", publicId)
            .params(scope.parameters())
            .query(this::bare)
            .optional()
            .orElseThrow(PlaceScope::notFound);
    long number = bare.card().number();
    return new PlaceView(
        bare.card(),
        bare.revision(),
        bare.mustRegister(),
        bare.createdAt(),
        bare.createdBy(),
        bare.hasOwner(),
        history.changes(number),
        history.codes(number));
  }

  Optional<OwnerContact> owner(Actor actor, PlaceScope scope, UUID publicId, String purpose) {
    PlaceTable.Held held = places.hold(publicId, scope).orElseThrow(PlaceScope::notFound);
    if (held.owner().key() == null) {
      return Optional.empty();
    }
    audit.record(
        Act.on(actor.account(), "places.open-owner", publicId.toString()).because(purpose));
    return Optional.of(owners.open(publicId, held.owner()));
  }

  private PlaceView bare(ResultSet row, int index) throws SQLException {
    return new PlaceView(
        cards.card(row, index),
        row.getInt("revision"),
        row.getBoolean("must_register"),
        Objects.requireNonNull(PlaceCardTable.instant(row, "created_at")),
        row.getObject("created_by", Long.class),
        row.getBoolean("has_owner"),
        List.of(),
        List.of());
  }
}
