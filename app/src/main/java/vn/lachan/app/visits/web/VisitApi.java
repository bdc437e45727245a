package vn.lachan.app.visits.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.Outcome;
import vn.lachan.app.visits.Receipt;
import vn.lachan.app.visits.Visits;
import vn.lachan.app.visits.WithdrawalReason;

/** Visits one at a time, for other systems. An answer that says recorded is durable. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitApi {
  private final Visits visits;
  private final Clock clock;

  VisitApi(Visits visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  /** Records a visit, with its departure where that is known. */
  @Requires(Permission.VISITS_CAPTURE)
  @PostMapping
  ResponseEntity<AnswerJson> record(Actor actor, @RequestBody VisitJson sent) {
    if (sent.enteredAt() == null) {
      throw visits.counted(VisitJson.malformed());
    }
    return answer(actor, sent);
  }

  /** Records a check-out: {@code leftAt} without {@code enteredAt}. */
  @Requires(Permission.VISITS_CAPTURE)
  @PostMapping("/departures")
  ResponseEntity<AnswerJson> depart(Actor actor, @RequestBody VisitJson sent) {
    if (sent.enteredAt() != null || sent.leftAt() == null) {
      throw visits.counted(VisitJson.malformed());
    }
    return answer(actor, sent);
  }

  /** A place's visits that began on a day, latest first, masked. */
  @Requires(Permission.VISITS_READ)
  @GetMapping
  Page<ListedJson> list(
      Actor actor,
      @RequestParam UUID place,
      @RequestParam LocalDate day,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    return visits.ofDay(actor, place, day, after, rows).map(ListedJson::of);
  }

  /** Takes a visit back; the key stays known, so that it is not stored again. */
  @Requires(Permission.VISITS_WITHDRAW)
  @PostMapping("/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Actor actor, @RequestBody Withdrawal withdrawal) {
    visits.withdraw(
        actor,
        withdrawal.place(),
        withdrawal.person(),
        withdrawal.enteredAt(),
        reason(withdrawal.reason()),
        clock.instant());
  }

  /** Which visit, and why: one of the keys of {@link WithdrawalReason}. */
  record Withdrawal(UUID place, UUID person, Instant enteredAt, String reason) {
    Withdrawal {
      if (place == null || person == null || enteredAt == null || reason == null) {
        throw VisitJson.malformed();
      }
    }
  }

  static WithdrawalReason reason(String key) {
    return Arrays.stream(WithdrawalReason.values())
        .filter(reason -> reason.key().equals(key))
        .findFirst()
        .orElseThrow(VisitJson::malformed);
  }

  private ResponseEntity<AnswerJson> answer(Actor actor, VisitJson sent) {
    Receipt receipt = visits.record(actor, sent.visit(), CaptureWay.API, clock.instant());
    HttpStatus status = receipt.outcome() == Outcome.STORED ? HttpStatus.CREATED : HttpStatus.OK;
    return ResponseEntity.status(status).body(AnswerJson.recorded(null, sent.key(), receipt));
  }
}
