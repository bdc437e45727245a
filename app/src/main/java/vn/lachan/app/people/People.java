package vn.lachan.app.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * The front door of persons. A number is that of a record; records of one person are joined by
 * aliases, which {@link #canonical} resolves. Methods with an actor look at the person as a whole:
 * the person is in reach when any of their records is, and is otherwise not found.
 */
public interface People {
  /**
   * Finds or makes the person a claim speaks of: own code or device; citizen number; phone with
   * name, and birth year where both are known; otherwise a new one. What contradicts a record never
   * changes it. Repeating a claim that names a code, device, number or phone ends in the same
   * record, also at the same moment.
   */
  @Inside("whoever checks in or declares has made the claim")
  Identified identify(Claim claim, Instant now);

  /**
   * As {@link #identify} would find, without making or changing anything; empty for somebody new.
   */
  @Inside("whoever stands at a gate has made the claim, and nothing of the answer is shown")
  OptionalLong known(Claim claim);

  /**
   * As {@link #identify}, on behalf of whoever enters persons by itself; PEOPLE_EDIT, an act in the
   * audit record like a search: who asks twice could otherwise find out who is known.
   *
   * @return the public id, of a person who was known or is new now
   */
  UUID claim(Actor actor, Claim claim, Instant now);

  /** As {@link #identify} for each, with one query for all that are known already. */
  @Inside("whoever checks in or declares has made the claims")
  List<Identified> identifyAll(List<Claim> claims, Instant now);

  /** The record of a device cookie; a revoked one may be answered for ten seconds more. */
  @Inside("the cookie itself is the right")
  OptionalLong byDevice(String deviceToken);

  /** Makes a token for the cookie of a person's device; only its hash is stored. */
  @Inside("called right after the person was identified")
  String newDevice(long person, Instant now);

  /** Forgets a device: the cookie no longer names its person. */
  @Inside("the cookie itself is the right")
  void revokeDevice(String deviceToken, Instant now);

  @Inside("the code itself is the right")
  OptionalLong byPersonalCode(PersonalCode code);

  @Inside("numbers only")
  OptionalLong byPublicId(UUID publicId);

  /** As {@link #byPublicId} for many, with one query; unknown ones miss. */
  @Inside("numbers only")
  Map<UUID, Long> byPublicIds(Collection<UUID> publicIds);

  @Inside("numbers only")
  UUID publicId(long person);

  /** As {@link #publicId} for many, with one query; unknown ones miss. */
  @Inside("numbers only")
  Map<Long, UUID> publicIds(Collection<Long> persons);

  /** The standing record of each; a record that is no alias stands for itself. */
  @Inside("numbers only")
  Map<Long, Long> canonical(Collection<Long> records);

  /** All records of each person, that of the key first; the keys are resolved before. */
  @Inside("numbers only")
  Map<Long, List<Long>> recordsOf(Collection<Long> canonical);

  /** Masked rows of records, for lists whose rows the caller has checked; unknown ones miss. */
  @Inside("callers put the reach into their own query")
  Map<Long, MaskedPerson> masked(Collection<Long> persons);

  /** The communes of residence; those without one miss. */
  @Inside("numbers only")
  Map<Long, Integer> residenceUnits(Collection<Long> persons);

  /** Who lived with these persons during [from, to); at most one link a pair and stay. */
  @Inside("numbers only")
  List<HouseholdLink> household(Collection<Long> persons, Instant from, Instant to);

  /** The code of a person for their own page; made when there is none. */
  @Inside("shown to the holder of the person's device")
  PersonalCode ownCode(long person, Instant now);

  /** Loads persons known to be new, in order; for the drill province. */
  @Inside("the demo loads into an empty database")
  long[] load(Iterator<NewPerson> persons);

  /** Exact look-up; PEOPLE_READ. {@code after} is {@link Page#next} of the page before. */
  Page<MaskedPerson> find(Actor actor, PersonQuery query, @Nullable String after, int rows);

  /** One person, masked; PEOPLE_READ. */
  PersonFile file(Actor actor, long person, Instant now);

  /**
   * Opens an identity; PEOPLE_OPEN. An act, with its purpose.
   *
   * @throws Refusal {@code people.refused.not-found}, {@code people.refused.destroyed}, {@code
   *     people.refused.purpose}
   */
  Identity open(Actor actor, long person, String purpose, @Nullable Long caseId);

  /** Opens many for an export as one act; CASES_EXPORT. Those out of reach or destroyed miss. */
  Map<Long, Identity> openAll(
      Actor actor, Collection<Long> persons, String purpose, @Nullable Long caseId);

  /**
   * Opens persons for an act of another module that was approved beforehand; the act, with its
   * account, is recorded in the same transaction. Those destroyed miss.
   *
   * @param act the kind of the act in the audit record
   */
  @Inside("privacy gives agencies what was approved, and breach notices their phone")
  Map<Long, Identity> openFor(
      long account, Collection<Long> persons, String act, String purpose, @Nullable Long caseId);

  /**
   * Opens several to go to their doors, as one act; PEOPLE_OPEN. Those out of reach or destroyed
   * miss.
   */
  Map<Long, Identity> openSeveral(
      Actor actor, Collection<Long> persons, String purpose, @Nullable Long caseId);

  /** Replaces what a record says; PEOPLE_EDIT. */
  void correct(Actor actor, long person, Correction correction, Instant now);

  /** An officer says that a phone is the person's; PEOPLE_EDIT. */
  void confirmPhone(Actor actor, long person, PhoneNumber phone, Instant now);

  /** A new code instead of the one before, for printing; PEOPLE_EDIT. */
  PersonalCode newPersonalCode(Actor actor, long person, Instant now);

  /**
   * What is open to be settled, the oldest first; PEOPLE_EDIT, in reach by either record.
   *
   * @param putOff true for those that somebody left for later
   */
  Page<PossibleDuplicate> duplicates(
      Actor actor, boolean putOff, @Nullable String after, Instant now, int rows);

  /** One possible duplicate, settled or not; PEOPLE_EDIT, in reach by either record. */
  PossibleDuplicate duplicate(Actor actor, long duplicate);

  /** Two records may be one person: the number of the pair to settle; PEOPLE_EDIT over both. */
  long suspect(Actor actor, long one, long other, Instant now);

  /**
   * One person is claimed from two sides: the commune settles whether the records are one. Nothing
   * happens where they are joined already or the pair is known.
   */
  @Inside("numbers only")
  void doubt(long one, long other, Instant now);

  /** Merges with the latest first, taken back or not; PEOPLE_EDIT, in reach by either record. */
  Page<PastMerge> merges(Actor actor, @Nullable String after, int rows);

  /** Opens both sides of a possible duplicate; PEOPLE_OPEN, in reach by either record. */
  List<Identity> openDuplicate(Actor actor, long duplicate, String purpose);

  /**
   * Settles a possible duplicate as one person; PEOPLE_EDIT.
   *
   * @param revision the one that the officer saw
   * @throws Refusal {@code people.refused.settled-already} when somebody else was first, {@code
   *     people.refused.settled-meanwhile} when it was settled and opened again since
   */
  void settleAsSame(Actor actor, long duplicate, int revision, MergeReason reason, Instant now);

  /** Settles a possible duplicate as two persons; PEOPLE_EDIT. Refused as the other. */
  void settleAsDifferent(Actor actor, long duplicate, int revision, Instant now);

  /** Leaves a possible duplicate for some days; PEOPLE_EDIT. Refused as the others. */
  void putOff(Actor actor, long duplicate, int revision, Instant now);

  /**
   * Lets {@code other} stand for nothing but {@code kept}; PEOPLE_EDIT over both.
   *
   * @throws Refusal {@code people.refused.same-already} when they are one person, so that no ring
   *     can arise
   */
  void merge(Actor actor, long kept, long other, MergeReason reason, Instant now);

  /** Takes back the merge of this record; PEOPLE_EDIT. */
  void unmerge(Actor actor, long record, Instant now);

  /**
   * Destroys the identity of a person with all records; PEOPLE_DESTROY. Cannot be undone. An entry
   * without any person's number survives.
   *
   * @param basis the document or request it rests on, without names and numbers of persons
   * @throws Refusal {@code people.refused.not-found}, {@code people.refused.destroyed}, {@code
   *     people.refused.basis}
   */
  void destroy(
      Actor actor, long person, DestructionReason reason, @Nullable String basis, Instant now);

  /** What was destroyed, the latest first; PEOPLE_DESTROY. Counts only, so without a reach. */
  Page<DestructionEntry> destructions(Actor actor, @Nullable String after, int rows);
}
