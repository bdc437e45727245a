package vn.lachan.bench;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Open;

/** The baseline of the check-in: the same server, the same token, the same body, and no work. */
@RestController
class BenchRoutes {
  @Open(value = "the baseline of a measurement", signedIn = true)
  @PostMapping("/api/v1/bench/empty")
  Empty empty(Actor actor, @RequestBody Body body) {
    return new Empty(body.place());
  }

  record Body(String place, String person, String enteredAt) {}

  record Empty(String place) {}
}
