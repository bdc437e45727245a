package vn.lachan.app.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;

/** Asks for the permission, then hands over to whoever does the work. */
@Component
class PeopleDoor implements People {
  private final Identification identification;
  private final PersonDevices devices;
  private final PersonTable persons;
  private final LookupTable lookups;
  private final AliasTable aliases;
  private final PersonMasking masking;
  private final Households households;
  private final PersonFinding finding;
  private final IdentityOpening opening;
  private final RecordEditing editing;
  private final DuplicateSettling settling;
  private final PersonDestruction destruction;
  private final PersonLoad bulkLoad;
  private final Audit audit;
  private final TransactionTemplate transactions;

  PeopleDoor(
      Identification identification,
      PersonDevices devices,
      PersonTable persons,
      LookupTable lookups,
      AliasTable aliases,
      PersonMasking masking,
      Households households,
      PersonFinding finding,
      IdentityOpening opening,
      RecordEditing editing,
      DuplicateSettling settling,
      PersonDestruction destruction,
      PersonLoad bulkLoad,
      Audit audit,
      TransactionTemplate transactions) {
    this.identification = identification;
    this.devices = devices;
    this.persons = persons;
    this.lookups = lookups;
    this.aliases = aliases;
    this.masking = masking;
    this.households = households;
    this.finding = finding;
    this.opening = opening;
    this.editing = editing;
    this.settling = settling;
    this.destruction = destruction;
    this.bulkLoad = bulkLoad;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public Identified identify(Claim claim, Instant now) {
    return identification.identifyAll(List.of(claim), now).getFirst();
  }

  @Override
  public UUID claim(Actor actor, Claim claim, Instant now) {
    actor.require(Permission.PEOPLE_EDIT);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long person = identify(claim, now).person();
              audit.record(Act.onPerson(actor.account(), "people.claim", person, null));
              return publicId(person);
            }));
  }

  @Override
  public OptionalLong known(Claim claim) {
    return identification.known(claim);
  }

  @Override
  public List<Identified> identifyAll(List<Claim> claims, Instant now) {
    return identification.identifyAll(claims, now);
  }

  @Override
  public OptionalLong byDevice(String deviceToken) {
    return devices.person(deviceToken);
  }

  @Override
  public String newDevice(long person, Instant now) {
    return devices.make(person, now);
  }

  @Override
  public void revokeDevice(String deviceToken, Instant now) {
    devices.revoke(deviceToken, now);
  }

  @Override
  public OptionalLong byPersonalCode(PersonalCode code) {
    List<Long> found = lookups.persons(new LookupValue(LookupKind.PERSONAL_CODE, code.symbols()));
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
  }

  @Override
  public OptionalLong byPublicId(UUID publicId) {
    return persons.byPublicId(publicId);
  }

  @Override
  public Map<UUID, Long> byPublicIds(Collection<UUID> publicIds) {
    return persons.byPublicIds(publicIds);
  }

  @Override
  public UUID publicId(long person) {
    return persons.publicId(person).orElseThrow(() -> Refusal.notFound("people.refused.not-found"));
  }

  @Override
  public Map<Long, UUID> publicIds(Collection<Long> persons) {
    return persons.isEmpty() ? Map.of() : this.persons.publicIds(persons);
  }

  @Override
  public Map<Long, Long> canonical(Collection<Long> records) {
    return records.isEmpty() ? Map.of() : aliases.canonical(records);
  }

  @Override
  public Map<Long, List<Long>> recordsOf(Collection<Long> canonical) {
    return canonical.isEmpty() ? Map.of() : aliases.records(canonical);
  }

  @Override
  public Map<Long, MaskedPerson> masked(Collection<Long> asked) {
    return masking.masked(asked);
  }

  @Override
  public Map<Long, Integer> residenceUnits(Collection<Long> asked) {
    return asked.isEmpty() ? Map.of() : persons.units(asked);
  }

  @Override
  public List<HouseholdLink> household(Collection<Long> asked, Instant from, Instant to) {
    return households.links(asked, from, to);
  }

  @Override
  public PersonalCode ownCode(long person, Instant now) {
    return editing.ownCode(person, now);
  }

  @Override
  public long[] load(Iterator<NewPerson> newPersons) {
    return bulkLoad.load(newPersons);
  }

  @Override
  public Page<MaskedPerson> find(Actor actor, PersonQuery query, @Nullable String after, int rows) {
    return finding.find(actor, actor.require(Permission.PEOPLE_READ), query, after, rows);
  }

  @Override
  public PersonFile file(Actor actor, long person, Instant now) {
    return finding.file(actor.require(Permission.PEOPLE_READ), person, now);
  }

  @Override
  public Identity open(Actor actor, long person, String purpose, @Nullable Long caseId) {
    return opening.open(actor, actor.require(Permission.PEOPLE_OPEN), person, purpose, caseId);
  }

  @Override
  public Map<Long, Identity> openAll(
      Actor actor, Collection<Long> asked, String purpose, @Nullable Long caseId) {
    return opening.openAll(actor, actor.require(Permission.CASES_EXPORT), asked, purpose, caseId);
  }

  @Override
  public Map<Long, Identity> openFor(
      long account, Collection<Long> asked, String act, String purpose, @Nullable Long caseId) {
    return opening.openFor(account, asked, act, purpose, caseId);
  }

  @Override
  public Map<Long, Identity> openSeveral(
      Actor actor, Collection<Long> asked, String purpose, @Nullable Long caseId) {
    return opening.openAll(actor, actor.require(Permission.PEOPLE_OPEN), asked, purpose, caseId);
  }

  @Override
  public void correct(Actor actor, long person, Correction correction, Instant now) {
    editing.correct(actor, actor.require(Permission.PEOPLE_EDIT), person, correction, now);
  }

  @Override
  public void confirmPhone(Actor actor, long person, PhoneNumber phone, Instant now) {
    editing.confirmPhone(actor, actor.require(Permission.PEOPLE_EDIT), person, phone, now);
  }

  @Override
  public PersonalCode newPersonalCode(Actor actor, long person, Instant now) {
    return editing.newCode(actor, actor.require(Permission.PEOPLE_EDIT), person, now);
  }

  @Override
  public Page<PossibleDuplicate> duplicates(
      Actor actor, boolean putOff, @Nullable String after, Instant now, int rows) {
    return finding.duplicates(actor.require(Permission.PEOPLE_EDIT), putOff, after, now, rows);
  }

  @Override
  public PossibleDuplicate duplicate(Actor actor, long duplicate) {
    return finding.duplicate(actor.require(Permission.PEOPLE_EDIT), duplicate);
  }

  @Override
  public long suspect(Actor actor, long one, long other, Instant now) {
    return settling.suspect(actor, actor.require(Permission.PEOPLE_EDIT), one, other, now);
  }

  @Override
  public void doubt(long one, long other, Instant now) {
    settling.doubt(one, other, now);
  }

  @Override
  public Page<PastMerge> merges(Actor actor, @Nullable String after, int rows) {
    return finding.merges(actor.require(Permission.PEOPLE_EDIT), after, rows);
  }

  @Override
  public List<Identity> openDuplicate(Actor actor, long duplicate, String purpose) {
    return opening.openDuplicate(actor, actor.require(Permission.PEOPLE_OPEN), duplicate, purpose);
  }

  @Override
  public void settleAsSame(
      Actor actor, long duplicate, int revision, MergeReason reason, Instant now) {
    settling.asSame(actor, actor.require(Permission.PEOPLE_EDIT), duplicate, revision, reason, now);
  }

  @Override
  public void settleAsDifferent(Actor actor, long duplicate, int revision, Instant now) {
    settling.asDifferent(actor, actor.require(Permission.PEOPLE_EDIT), duplicate, revision, now);
  }

  @Override
  public void putOff(Actor actor, long duplicate, int revision, Instant now) {
    settling.putOff(actor, actor.require(Permission.PEOPLE_EDIT), duplicate, revision, now);
  }

  @Override
  public void merge(Actor actor, long kept, long other, MergeReason reason, Instant now) {
    settling.merge(actor, actor.require(Permission.PEOPLE_EDIT), kept, other, reason, now);
  }

  @Override
  public void unmerge(Actor actor, long record, Instant now) {
    settling.unmerge(actor, actor.require(Permission.PEOPLE_EDIT), record, now);
  }

  @Override
  public void destroy(
      Actor actor, long person, DestructionReason reason, @Nullable String basis, Instant now) {
    destruction.destroy(
        actor, actor.require(Permission.PEOPLE_DESTROY), person, reason, basis, now);
  }

  @Override
  public Page<DestructionEntry> destructions(Actor actor, @Nullable String after, int rows) {
    actor.require(Permission.PEOPLE_DESTROY);
    return destruction.entries(after, rows);
  }
}
