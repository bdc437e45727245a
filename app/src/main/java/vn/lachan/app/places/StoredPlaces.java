package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/** The front door: reads itself, and hands each kind of change to the class that does it. */
@Component
class StoredPlaces implements Places {
  private static final int JUST_ENTERED_ROWS = 10;

  private final PlaceCardTable cards;
  private final PlaceCardCache cache;
  private final PlaceListTable lists;
  private final PlaceViews views;
  private final PlaceTypes types;
  private final PlaceDesk desk;
  private final SelfService selfService;
  private final BulkLoad bulk;

  StoredPlaces(
      PlaceCardTable cards,
      PlaceCardCache cache,
      PlaceListTable lists,
      PlaceViews views,
      PlaceTypes types,
      PlaceDesk desk,
      SelfService selfService,
      BulkLoad bulk) {
    this.cards = cards;
    this.cache = cache;
    this.lists = lists;
    this.views = views;
    this.types = types;
    this.desk = desk;
    this.selfService = selfService;
    this.bulk = bulk;
  }

  @Override
  public Optional<PlaceCard> byCode(PlaceCode code) {
    return cache.get(code, cards::byCode);
  }

  @Override
  public Optional<PlaceCard> find(long place) {
    return cache.get(place, cards::byNumber);
  }

  @Override
  public Map<Long, PlaceCard> cards(Collection<Long> places) {
    return cards.byNumbers(places);
  }

  @Override
  public Optional<PlaceCard> byPublicId(UUID publicId) {
    return cards.byPublicId(publicId);
  }

  @Override
  public Map<Long, Setting> settings(Collection<Long> places) {
    return cards.settings(places);
  }

  @Override
  public Optional<DwellRule> dwell(long place, LocalDate on) {
    return cards.ownHours(place).map(own -> dwell(own, on));
  }

  @Override
  public List<PlaceType> types(LocalDate on) {
    return types.on(on);
  }

  @Override
  public Optional<PlaceType> type(String code, LocalDate on) {
    return types.on(code, on);
  }

  @Override
  public UUID register(Actor actor, Registration registration, Instant now) {
    return desk.register(actor, registration, now);
  }

  @Override
  public DraftPlace draft(Registration registration, Locale language, Instant now) {
    return selfService.draft(registration, language, now);
  }

  @Override
  public long confirm(UUID draft, String token, @Nullable String oneTimeCode, Instant now) {
    return selfService.confirm(draft, token, oneTimeCode, now);
  }

  @Override
  public Page<PlaceRow> list(Actor actor, PlaceFilter filter, @Nullable String after, int rows) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_READ);
    return lists.page(scope, filter, after, Limits.pageRows(rows));
  }

  @Override
  public Page<PlaceRow> approvals(Actor actor, @Nullable String after, int rows) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    return lists.waiting(scope, after, Limits.pageRows(rows));
  }

  @Override
  public List<PlaceRow> justEntered(Actor actor) {
    return lists.enteredBy(
        PlaceScope.of(actor, Permission.PLACES_REGISTER), actor.account(), JUST_ENTERED_ROWS);
  }

  @Override
  public PlaceView get(Actor actor, UUID place) {
    return views.view(PlaceScope.of(actor, Permission.PLACES_READ), place);
  }

  @Override
  @Transactional
  public Optional<OwnerContact> owner(Actor actor, UUID place, String purpose) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_REGISTER);
    return views.owner(actor, scope, place, PlaceRules.reason(purpose));
  }

  @Override
  public void correct(
      Actor actor, UUID place, Registration registration, int revision, Instant now) {
    desk.correct(actor, place, registration, revision, now);
  }

  @Override
  public void approve(Actor actor, UUID place, @Nullable Integer revision, Instant now) {
    desk.approve(actor, place, revision, now);
  }

  @Override
  public void giveBack(Actor actor, UUID place, String reason, Instant now) {
    desk.giveBack(actor, place, reason, now);
  }

  @Override
  public void close(Actor actor, UUID place, String reason, Instant now) {
    desk.close(actor, place, reason, now);
  }

  @Override
  public void reopen(Actor actor, UUID place, String reason, Instant now) {
    desk.reopen(actor, place, reason, now);
  }

  @Override
  public PlaceCode replaceCode(Actor actor, UUID place, String reason, Instant now) {
    return desk.replaceCode(actor, place, reason, now);
  }

  @Override
  public long[] load(Iterator<NewPlace> places, Instant now) {
    return bulk.load(places, now);
  }

  private DwellRule dwell(PlaceCardTable.OwnHours own, LocalDate on) {
    PlaceType type = types.stored(own.type(), on);
    OpeningHours hours = own.hours();
    return new DwellRule(
        hours == null ? type.hours() : hours,
        type.dwellMinutes(),
        type.note().isEmpty() ? type.document() : type.note());
  }
}
