package vn.lachan.app.tracing;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.NoticeKeeper;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/**
 * Tells everybody who was at a published place in its window, in portions, each person once however
 * often it is begun. Whoever is listed later is told when an officer begins it again.
 */
@Component
class ItineraryTelling implements LongWork {
  static final String KIND = "tracing.tell";

  private static final int PORTION = 500;

  private final ItineraryTable table;
  private final AttendanceReading attendance;
  private final Places places;
  private final Notices notices;
  private final Formats formats;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ItineraryTelling(
      ItineraryTable table,
      AttendanceReading attendance,
      Places places,
      Notices notices,
      Formats formats,
      PlatformTransactionManager manager,
      Clock clock) {
    this.table = table;
    this.attendance = attendance;
    this.places = places;
    this.notices = notices;
    this.formats = formats;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  static String argument(UUID itinerary, ItineraryAdvice advice) {
    return itinerary + " " + advice.name();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    int space = job.argument().indexOf(' ');
    UUID id = UUID.fromString(job.argument().substring(0, space));
    ItineraryAdvice advice = ItineraryAdvice.valueOf(job.argument().substring(space + 1));
    StoredItinerary itinerary =
        table
            .find(id)
            .filter(found -> found.withdrawnAt() == null)
            .orElseThrow(() -> Refusal.conflict("tracing.refused.itinerary-withdrawn"));
    long after = job.position().isEmpty() ? 0 : Long.parseLong(job.position());
    List<Long> all =
        attendance.of(itinerary.window()).stream()
            .map(Attendance::person)
            .sorted(Comparator.naturalOrder())
            .toList();
    List<Long> portion = all.stream().filter(person -> person > after).limit(PORTION).toList();
    if (portion.isEmpty()) {
      return new JobStep(Long.toString(after), all.size(), all.size(), true);
    }
    transactions.executeWithoutResult(status -> tell(itinerary, advice, portion));
    return new JobStep(
        Long.toString(portion.getLast()), job.done() + portion.size(), all.size(), false);
  }

  ItineraryTold told(UUID itinerary) {
    NoticeKeeper.Told told = notices.told(key(itinerary));
    return new ItineraryTold(told.posted(), told.inApp(), told.read());
  }

  private void tell(StoredItinerary itinerary, ItineraryAdvice advice, List<Long> persons) {
    Map<Long, PlaceCard> cards = places.cards(List.of(itinerary.place()));
    PlaceCard card = cards.get(itinerary.place());
    List<String> words =
        List.of(formats.span(itinerary.from(), itinerary.to()), card == null ? "" : card.name());
    for (long person : persons) {
      notices.postOnce(
          person, advice.template(), words, key(itinerary.publicId()), clock.instant());
    }
  }

  private static String key(UUID itinerary) {
    return "itinerary-" + itinerary;
  }
}
