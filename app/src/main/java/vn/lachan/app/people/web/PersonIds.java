package vn.lachan.app.people.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;

/** From the public ids of addresses to the numbers inside. */
@Component
class PersonIds {
  private final People people;

  PersonIds(People people) {
    this.people = people;
  }

  long number(UUID publicId) {
    return people
        .byPublicId(publicId)
        .orElseThrow(() -> Refusal.notFound("people.refused.not-found"));
  }
}
