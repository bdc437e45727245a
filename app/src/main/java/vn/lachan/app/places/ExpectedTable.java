package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many visitors places expect on a day, as those who answer for them say. */
@Component
class ExpectedTable {
  private final JdbcClient jdbc;
  private final PlaceHistoryTable history;

  ExpectedTable(JdbcClient jdbc, PlaceHistoryTable history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  void set(UUID place, PlaceScope scope, @Nullable Integer visitors, long by, Instant now) {
    long number =
        jdbc.sql(
                """
                update places.place p set expected_visitors = :visitors
                where p.public_id = :place and p.status <> 'draft' and %s returning p.number
                """
                    .formatted(scope.sql()))
            .param("visitors", visitors)
            .param("place", place)
            .params(scope.parameters())
            .query((row, index) -> row.getLong(1))
            .optional()
            .orElseThrow(PlaceScope::notFound);
    String said = visitors == null ? null : visitors.toString();
    history.record(number, StateChange.What.EXPECTED_SET, now, by, said);
  }

  Optional<Integer> get(UUID place, PlaceScope scope) {
    return jdbc.sql(
            """
            select p.expected_visitors from places.place p
            where p.public_id = :place and p.expected_visitors is not null and %s
            """
                .formatted(scope.sql()))
        .param("place", place)
        .params(scope.parameters())
        .query((row, index) -> row.getInt(1))
        .optional();
  }
}
