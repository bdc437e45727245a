package vn.lachan.app.people.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.people.PhoneOf;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.people.Source;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.Sex;

/** Persons for other programs, by public id; phones and numbers travel in bodies only. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {
  private final People people;
  private final PersonIds persons;
  private final Units units;
  private final Clock clock;

  PeopleApi(People people, PersonIds persons, Units units, Clock clock) {
    this.people = people;
    this.persons = persons;
    this.units = units;
    this.clock = clock;
  }

  /** Exact look-up; the rows are masked. */
  @Requires(Permission.PEOPLE_READ)
  @PostMapping("/search")
  Page<MaskedPerson> search(Actor actor, @RequestBody Search search) {
    int rows = search.rows() == null ? Limits.PAGE_ROWS : search.rows();
    return people.find(
        actor, PersonQuery.parse(search.text() == null ? "" : search.text()), search.after(), rows);
  }

  /** One person, masked. */
  @Requires(Permission.PEOPLE_READ)
  @GetMapping("/{publicId}")
  MaskedPerson masked(Actor actor, @PathVariable UUID publicId) {
    return people.file(actor, persons.number(publicId), clock.instant()).person();
  }

  /** Finds or makes the person of a claim, without telling what was known. */
  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping
  Claimed claim(Actor actor, @RequestBody Stated stated) {
    if (stated.unit() != null && units.find(stated.unit()).isEmpty()) {
      throw Refusal.invalid("people.refused.unit");
    }
    return new Claimed(people.claim(actor, stated.claim(), clock.instant()));
  }

  /** Opens an identity, for a purpose that the audit record keeps. */
  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/{publicId}/open")
  Opened open(Actor actor, @PathVariable UUID publicId, @RequestBody Opening opening) {
    return Opened.of(
        people.open(
            actor,
            persons.number(publicId),
            opening.purpose().because(opening.note()),
            opening.caseId()));
  }

  /**
   * What to look for.
   *
   * @param text a phone, a citizen number or a personal code
   */
  record Search(@Nullable String text, @Nullable String after, @Nullable Integer rows) {}

  /** What is stated of a person; anything may be missing. */
  record Stated(
      @Nullable String citizenNumber,
      @Nullable String phone,
      @Nullable String name,
      @Nullable Integer birthYear,
      @Nullable Sex sex,
      @Nullable String address,
      @Nullable Integer unit) {
    Claim claim() {
      if (Typed.text(citizenNumber) == null
          && Typed.text(phone) == null
          && Typed.text(name) == null) {
        throw Refusal.invalid("people.refused.nobody");
      }
      return new Claim(
          null,
          citizenNumber,
          Typed.phone(phone),
          false,
          Typed.name(name),
          birthYear,
          sex,
          address,
          unit,
          Source.IMPORT);
    }
  }

  record Claimed(UUID publicId) {}

  record Opening(Purpose purpose, @Nullable String note, @Nullable Long caseId) {
    Opening {
      if (purpose == null) {
        throw Refusal.invalid("people.refused.purpose", Purpose.NOTE_LIMIT);
      }
    }
  }

  /**
   * An opened identity.
   *
   * @param birth 1990-01-31, or as much of it as is known
   */
  record Opened(
      UUID publicId,
      String name,
      @Nullable String birth,
      @Nullable Sex sex,
      List<Phone> phones,
      @Nullable String citizenNumber,
      @Nullable String address,
      @Nullable Integer unit) {
    static Opened of(Identity identity) {
      return new Opened(
          identity.publicId(),
          identity.name(),
          identity.birth() == null ? null : identity.birth().toString(),
          identity.sex(),
          identity.phones().stream().map(Phone::of).toList(),
          identity.citizenNumber(),
          identity.address(),
          identity.unit());
    }
  }

  record Phone(String number, boolean proved) {
    static Phone of(PhoneOf phone) {
      return new Phone(phone.phone().national(), phone.proved());
    }
  }
}
