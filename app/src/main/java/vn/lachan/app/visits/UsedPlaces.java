package vn.lachan.app.visits;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.PlaceUses;

/** Tells places which of them have visits, as they ask before a place is taken back. */
@Component
class UsedPlaces implements PlaceUses {
  private final JdbcClient jdbc;

  UsedPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<Long> used(Collection<Long> places) {
    return Set.copyOf(
        jdbc.sql(
                """
                select place from unnest(:places::bigint[]) as asked (place)
                where exists (select from visits.visit v where v.place = asked.place)
                  or exists (select from visits.withdrawn_visit w where w.place = asked.place)
                  or exists (select from visits.departure d where d.place = asked.place and not d.matched)
                """)
            .param("places", places.toArray(Long[]::new))
            .query((row, index) -> row.getLong(1))
            .list());
  }
}
