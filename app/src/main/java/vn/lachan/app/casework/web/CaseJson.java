package vn.lachan.app.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.casework.CaseContactView;
import vn.lachan.app.casework.CaseRow;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.casework.TaskKind;
import vn.lachan.app.casework.TaskRow;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.Cause;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.TraceFigures;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;
import vn.lachan.engine.tracing.Reason;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;

/** Cases as the API gives them: public ids, masked names, UTC times; no internal number. */
final class CaseJson {
  private CaseJson() {}

  /** A page of a list; {@code next} is to be sent as {@code after}. */
  record Rows<T>(List<T> rows, @Nullable String next) {}

  /** Somebody, masked. */
  record Person(
      UUID id,
      String name,
      @Nullable String phone,
      boolean phoneProved,
      @Nullable Integer birthYear,
      @Nullable Integer unit) {
    static Person of(MaskedPerson person) {
      return new Person(
          person.publicId(),
          person.name(),
          person.phone(),
          person.phoneProved(),
          person.birthYear(),
          person.unit());
    }
  }

  record Place(UUID id, String name) {
    static Place of(PlaceCard card) {
      return new Place(card.publicId(), card.name());
    }
  }

  /** A case in the list. */
  record Row(
      UUID id,
      long number,
      String disease,
      Person person,
      int unit,
      @Nullable LocalDate onset,
      @Nullable LocalDate sample,
      LocalDate confirmedOn,
      Instant openedAt,
      @Nullable Instant closedAt,
      int close,
      int casual,
      int toReach) {
    static Row of(CaseRow row) {
      return new Row(
          row.publicId(),
          row.number(),
          row.disease(),
          Person.of(row.person()),
          row.unit(),
          row.onset(),
          row.sample(),
          row.confirmedOn(),
          row.openedAt(),
          row.closedAt(),
          row.close(),
          row.casual(),
          row.toReach());
    }
  }

  /** A case with the window of its trace. */
  record File(
      UUID id,
      UUID trace,
      long number,
      String disease,
      Person person,
      int unit,
      boolean symptomatic,
      @Nullable LocalDate onset,
      @Nullable LocalDate sample,
      @Nullable LocalDate firstContact,
      @Nullable Instant isolatedAt,
      LocalDate confirmedOn,
      Instant openedAt,
      @Nullable Instant closedAt,
      TraceWindow window,
      Instant computedAt,
      long computedMillis,
      LocalDate growsFrom,
      List<TraceFigures.Generation> generations,
      int needed,
      int finished) {
    static File of(CaseView view) {
      return new File(
          view.publicId(),
          view.trace().publicId(),
          view.number(),
          view.disease(),
          Person.of(view.person()),
          view.unit(),
          view.facts().symptomatic(),
          view.facts().onset(),
          view.facts().sample(),
          view.facts().firstContact(),
          view.facts().isolatedAt(),
          view.facts().confirmedOn(),
          view.openedAt(),
          view.closedAt(),
          view.trace().window(),
          view.trace().computedAt(),
          view.trace().computedMillis(),
          view.trace().growsFrom(),
          view.trace().figures(),
          view.shares().needed(),
          view.shares().finished());
    }
  }

  /** A contact in the list of a case; {@code via} is null for the index case itself. */
  record Contact(
      Person person,
      int generation,
      ContactClass contactClass,
      long minutes,
      Instant firstAt,
      Instant lastAt,
      @Nullable UUID via,
      @Nullable Integer unit,
      List<Place> places,
      Reason.Code reason,
      boolean departureInferred,
      boolean late,
      Instant listedAt,
      @Nullable Instant withdrawnAt,
      @Nullable Cause withdrawnBecause,
      FollowUp state,
      @Nullable Instant stateAt,
      int attempts) {
    static Contact of(CaseContact row) {
      ContactRow contact = row.contact();
      MaskedPerson via = row.via();
      ContactRow.Withdrawal withdrawal = contact.withdrawal();
      return new Contact(
          Person.of(row.who()),
          contact.generation(),
          contact.contactClass(),
          contact.minutes(),
          contact.firstAt(),
          contact.lastAt(),
          via == null ? null : via.publicId(),
          contact.unit(),
          row.places().stream().map(Place::of).toList(),
          contact.main().reason().code(),
          contact.inferred(),
          contact.late(),
          contact.listedAt(),
          withdrawal == null ? null : withdrawal.at(),
          withdrawal == null ? null : withdrawal.cause(),
          row.state(),
          row.stateAt(),
          row.attempts());
    }
  }

  /** One exposure; times in UTC. */
  record Evidence(
      Source source,
      @Nullable UUID via,
      @Nullable Place place,
      Setting setting,
      LocalDate day,
      long seconds,
      ContactClass contactClass,
      Reason.Code reason,
      int thresholdMinutes,
      String document,
      List<Shared> overlaps) {
    static Evidence of(
        Exposure exposure, Map<Long, MaskedPerson> persons, Map<Long, PlaceCard> places) {
      MaskedPerson via = persons.get(exposure.via());
      PlaceCard card = places.get(exposure.place());
      return new Evidence(
          exposure.source(),
          via == null ? null : via.publicId(),
          card == null ? null : Place.of(card),
          exposure.setting(),
          exposure.day(),
          exposure.seconds(),
          exposure.contactClass(),
          exposure.reason().code(),
          exposure.reason().thresholdMinutes(),
          exposure.reason().document(),
          exposure.overlaps().stream().map(Shared::of).toList());
    }
  }

  /** What two stays share. */
  record Shared(
      Instant viaFrom,
      Instant viaTo,
      Instant contactFrom,
      Instant contactTo,
      Instant from,
      Instant to,
      boolean departureInferred) {
    static Shared of(Overlap overlap) {
      return new Shared(
          Instant.ofEpochSecond(overlap.viaFrom()),
          Instant.ofEpochSecond(overlap.viaTo()),
          Instant.ofEpochSecond(overlap.contactFrom()),
          Instant.ofEpochSecond(overlap.contactTo()),
          Instant.ofEpochSecond(overlap.from()),
          Instant.ofEpochSecond(overlap.to()),
          overlap.departureInferred());
    }
  }

  /** A contact with its evidence and its path to the index case. */
  record ContactFile(Contact contact, List<UUID> path, List<Evidence> evidence) {
    static ContactFile of(CaseContactView view) {
      return new ContactFile(
          Contact.of(view.row()),
          view.path().stream().map(MaskedPerson::publicId).toList(),
          view.evidence().exposures().stream()
              .map(exposure -> Evidence.of(exposure, view.persons(), view.places()))
              .toList());
    }
  }

  /**
   * A person to call; {@code caseId} is null where the case is out of reach, {@code caseNumber}
   * where there is none, {@code declaration} where no declaration asked for the call.
   */
  record Task(
      long number,
      TaskKind kind,
      @Nullable UUID declaration,
      @Nullable Long caseNumber,
      @Nullable UUID caseId,
      Person person,
      int unit,
      boolean unitOfCase,
      Instant dueAt,
      boolean overdue,
      FollowUp state,
      int attempts,
      @Nullable ContactClass contactClass,
      @Nullable Integer generation,
      @Nullable Instant lastAt,
      @Nullable String place) {
    static Task of(TaskRow row) {
      ContactRow contact = row.contact();
      PlaceCard place = row.place();
      return new Task(
          row.number(),
          row.kind(),
          row.declaration(),
          row.ofCase() ? (Long) row.caseNumber() : null,
          row.caseId(),
          Person.of(row.who()),
          row.unit(),
          row.unitOfCase(),
          row.dueAt(),
          row.overdue(),
          row.state(),
          row.attempts(),
          contact == null ? null : contact.contactClass(),
          contact == null ? null : contact.generation(),
          contact == null ? null : contact.lastAt(),
          place == null ? null : place.name());
    }
  }

  /** A case to be opened by another system: the person by id, or by what is known. */
  record Opening(
      @Nullable UUID person,
      @Nullable String name,
      @Nullable String phone,
      @Nullable Integer birthYear,
      @Nullable String address,
      @Nullable Integer unit,
      @Nullable String disease,
      boolean symptomatic,
      @Nullable LocalDate onset,
      @Nullable LocalDate sample,
      @Nullable LocalDate firstContact,
      @Nullable Long sourceCase,
      @Nullable Instant isolatedAt,
      @Nullable LocalDate confirmedOn,
      @Nullable String note) {
    @Override
    public String toString() {
      return "Opening[" + disease + "]";
    }
  }

  record Opened(UUID id, long number, int contacts, long millis) {}

  record State(FollowUp state) {}

  record FollowedUp(List<Long> followUps) {}
}
