package vn.lachan.app.places.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.places.Places;

/** Places for other systems. Numbers inside the program never appear, only public ids. */
@RestController
@RequestMapping("/api/v1/places")
class PlaceApi {
  private final Places places;
  private final PlaceWords words;
  private final Clock clock;

  PlaceApi(Places places, PlaceWords words, Clock clock) {
    this.places = places;
    this.words = words;
    this.clock = clock;
  }

  @Requires(Permission.PLACES_READ)
  @GetMapping
  Page<PlaceJson.Row> list(
      Actor actor,
      @ModelAttribute FilterForm filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    return places.list(actor, filter.filter(), after, rows).map(PlaceJson.Row::of);
  }

  @Open("kinds of places are public reference data")
  @GetMapping("/types")
  List<PlaceJson.Type> types() {
    return places.types(words.today()).stream().map(PlaceJson.Type::of).toList();
  }

  @Requires(Permission.PLACES_READ)
  @GetMapping("/{place}")
  PlaceJson.Whole get(Actor actor, @PathVariable UUID place) {
    return PlaceJson.Whole.of(places.get(actor, place));
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping
  ResponseEntity<PlaceJson.Whole> register(Actor actor, @RequestBody PlaceJson.Facts facts) {
    UUID place = places.register(actor, facts.registration(), clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/places/" + place)).body(get(actor, place));
  }

  @Requires(Permission.PLACES_REGISTER)
  @PutMapping("/{place}")
  PlaceJson.Whole correct(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam int revision,
      @RequestBody PlaceJson.Facts facts) {
    places.correct(actor, place, facts.registration(), revision, clock.instant());
    return get(actor, place);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/{place}/approve")
  PlaceJson.Whole approve(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam(required = false) @Nullable Integer revision) {
    places.approve(actor, place, revision, clock.instant());
    return get(actor, place);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/{place}/return")
  PlaceJson.Whole giveBack(
      Actor actor, @PathVariable UUID place, @RequestBody PlaceJson.Reason reason) {
    places.giveBack(actor, place, reason.text(), clock.instant());
    return get(actor, place);
  }

  @Requires({Permission.PLACES_APPROVE, Permission.PLACES_REGISTER})
  @PostMapping("/{place}/close")
  PlaceJson.Whole close(
      Actor actor, @PathVariable UUID place, @RequestBody PlaceJson.Reason reason) {
    places.close(actor, place, reason.text(), clock.instant());
    return get(actor, place);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/{place}/reopen")
  PlaceJson.Whole reopen(
      Actor actor, @PathVariable UUID place, @RequestBody PlaceJson.Reason reason) {
    places.reopen(actor, place, reason.text(), clock.instant());
    return get(actor, place);
  }
}
