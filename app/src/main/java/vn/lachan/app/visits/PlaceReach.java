package vn.lachan.app.visits;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;

/**
 * Whether a place lies within an actor's reach. The answer follows from units alone, so it is kept
 * for some seconds: a system that sends thousands of visits a second asks once.
 */
@Component
class PlaceReach {
  private static final long KEPT_MILLIS = 30_000;
  private static final int KEPT_MOST = 20_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ConcurrentHashMap<Question, Answer> kept = new ConcurrentHashMap<>();

  private record Question(Reach reach, int unit, String sector) {}

  private record Answer(boolean within, long untilMillis) {}

  PlaceReach(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Refuses what the actor may not do at the place. A place out of reach is not found.
   *
   * @throws Refusal {@code access.forbidden}, {@code visits.refused.unknown-place}
   */
  void require(Actor actor, Permission permission, PlaceCard place) {
    if (!reaches(actor.require(permission), place)) {
      throw Refusal.notFound("visits.refused.unknown-place");
    }
  }

  private boolean reaches(Reach reach, PlaceCard place) {
    if (reach.isEverywhere()
        || reach.places().contains(place.number())
        || reach.units().contains(place.unit())) {
      return true;
    }
    var question = new Question(reach, place.unit(), place.sector());
    long now = clock.millis();
    Answer answer = kept.get(question);
    if (answer == null || answer.untilMillis() <= now) {
      if (kept.size() >= KEPT_MOST) {
        kept.clear();
      }
      answer = new Answer(ask(reach, place), now + KEPT_MILLIS);
      kept.put(question, answer);
    }
    return answer.within();
  }

  private boolean ask(Reach reach, PlaceCard place) {
    return jdbc.sql(
            "select "
                + reach.sql("p.unit", "p.sector", null)
                + " from (values (:unit::int, :sector::text)) as p (unit, sector)")
        .params(reach.parameters())
        .param("unit", place.unit())
        .param("sector", place.sector())
        .query(Boolean.class)
        .single();
  }
}
