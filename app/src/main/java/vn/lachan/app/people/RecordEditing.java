package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;

/** What officers change in one record. Each change says who and when. */
@Component
class RecordEditing {
  private final PersonTable persons;
  private final RecordWriting records;
  private final HouseholdTable households;
  private final IssuedCodeTable codes;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Keyring keyring;
  private final TransactionTemplate transactions;
  private final RandomGenerator random = new java.security.SecureRandom();

  RecordEditing(
      PersonTable persons,
      RecordWriting records,
      HouseholdTable households,
      IssuedCodeTable codes,
      Audit audit,
      ApplicationEventPublisher events,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.persons = persons;
    this.records = records;
    this.households = households;
    this.codes = codes;
    this.audit = audit;
    this.events = events;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  void correct(Actor actor, Reach reach, long person, Correction correction, Instant now) {
    if (correction.address() != null && correction.address().length() > Claim.ADDRESS_LIMIT) {
      throw Refusal.invalid("people.refused.address", Claim.ADDRESS_LIMIT);
    }
    transactions.executeWithoutResult(
        status -> {
          PersonRow row = lock(person, reach);
          if (row.version() != correction.version()) {
            throw Refusal.conflict("people.refused.changed-meanwhile");
          }
          StoredIdentity before = row.opened(keyring);
          StoredIdentity after = before.corrected(correction);
          List<String> fields = changed(before, after, row.unit(), correction.unit());
          if (fields.isEmpty()) {
            return;
          }
          if (fields.contains("unit") || fields.contains("address")) {
            keepFormerResidence(row, before, now, null, actor.account(), now);
            events.publishEvent(new ResidenceChanged(person));
          }
          records.change(row, after, correction.unit(), now);
          persons.recordCorrection(person, actor.account(), correction.reason(), fields, now);
          audit.record(
              Act.onPerson(actor.account(), "people.correct", person, correction.reason().name()));
        });
  }

  /** In the caller's transaction. */
  void move(
      Actor actor,
      Reach reach,
      long person,
      NewHome home,
      SaidBy saidBy,
      int version,
      Instant now) {
    PersonRow row = lock(person, reach);
    if (row.version() != version) {
      throw Refusal.conflict("people.refused.changed-meanwhile");
    }
    StoredIdentity before = row.opened(keyring);
    keepFormerResidence(row, before, home.since(), saidBy, actor.account(), now);
    records.change(row, before.withAddress(home.address()), home.unit(), now);
    audit.record(Act.onPerson(actor.account(), "people.move", person, saidBy.name()));
  }

  void confirmPhone(Actor actor, Reach reach, long person, PhoneNumber phone, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          PersonRow row = lock(person, reach);
          StoredIdentity before = row.opened(keyring);
          StoredIdentity after = before.withPhone(phone);
          if (!after.equals(before)) {
            records.change(row, after, row.unit(), now);
          }
          records.prove(person, after, phone, actor.account(), now);
          audit.record(Act.onPerson(actor.account(), "people.confirm-phone", person, null));
        });
  }

  PersonalCode newCode(Actor actor, Reach reach, long person, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              PersonalCode code = give(lock(person, reach), now);
              audit.record(Act.onPerson(actor.account(), "people.new-code", person, null));
              codes.revokeAll(List.of(person), actor.account(), now);
              return code;
            }));
  }

  PersonalCode ownCode(long person, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              PersonRow row = persons.lock(person).orElseThrow(RecordEditing::notFound);
              String known = unlessDestroyed(row).opened(keyring).code();
              return known == null ? give(row, now) : new PersonalCode(known);
            }));
  }

  private PersonalCode give(PersonRow row, Instant now) {
    PersonalCode code = PersonalCode.fromRandom(random.nextLong(), random.nextLong());
    records.change(row, row.opened(keyring).withCode(code), row.unit(), now);
    return code;
  }

  private PersonRow lock(long person, Reach reach) {
    if (persons.inReach(List.of(person), reach).isEmpty()) {
      throw notFound();
    }
    return unlessDestroyed(persons.lock(person).orElseThrow(RecordEditing::notFound));
  }

  private void keepFormerResidence(
      PersonRow row,
      StoredIdentity before,
      Instant until,
      @Nullable SaidBy saidBy,
      long officer,
      Instant now) {
    if (row.unit() != null || before.address() != null) {
      households.addFormerResidence(row, sealedAddress(row, before), until, saidBy, officer, now);
    }
  }

  private byte @Nullable [] sealedAddress(PersonRow row, StoredIdentity before) {
    return before.address() == null
        ? null
        : keyring.sealWith(
            Objects.requireNonNull(row.sealed()).wrappedKey(),
            before.address(),
            row.publicId().toString());
  }

  private static List<String> changed(
      StoredIdentity before,
      StoredIdentity after,
      @Nullable Integer unitBefore,
      @Nullable Integer unitAfter) {
    List<String> fields = new ArrayList<>();
    note(fields, "name", before.name(), after.name());
    note(fields, "birth", before.birth(), after.birth());
    note(fields, "sex", before.sex(), after.sex());
    note(fields, "phone", before.phones(), after.phones());
    note(fields, "citizen-number", before.citizenNumber(), after.citizenNumber());
    note(fields, "address", before.address(), after.address());
    note(fields, "unit", unitBefore, unitAfter);
    return fields;
  }

  private static void note(
      List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(field);
    }
  }

  private static PersonRow unlessDestroyed(PersonRow row) {
    if (row.destroyed()) {
      throw new Refusal(Refusal.Kind.GONE, "people.refused.destroyed");
    }
    return row;
  }

  private static Refusal notFound() {
    return Refusal.notFound("people.refused.not-found");
  }
}
