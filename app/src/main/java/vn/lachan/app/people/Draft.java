package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PhoneNumber;

/** A record while the claims of one call are gone through: as it lay there, and as it will. */
final class Draft {
  private final long number;
  private final Source source;
  private @Nullable PersonRow row;
  private StoredIdentity identity;
  private @Nullable Integer unit;
  private boolean identityChanged;
  private boolean unitChanged;
  private boolean locked;
  private final Set<PhoneNumber> proved = new LinkedHashSet<>();
  private final List<LookupValue> sharedDevices = new ArrayList<>();

  /** One that lies in the table. */
  Draft(PersonRow row, StoredIdentity identity, boolean locked) {
    this.number = row.number();
    this.source = row.source();
    this.row = row;
    this.identity = identity;
    this.unit = row.unit();
    this.locked = locked;
  }

  /** A new one. */
  Draft(long number, Claim claim) {
    this.number = number;
    this.source = claim.source();
    this.identity = StoredIdentity.of(claim);
    this.unit = claim.unit();
    this.locked = true;
  }

  long number() {
    return number;
  }

  Source source() {
    return source;
  }

  PersonRow row() {
    return Objects.requireNonNull(row);
  }

  StoredIdentity identity() {
    return identity;
  }

  @Nullable Integer unit() {
    return unit;
  }

  boolean isNew() {
    return row == null;
  }

  /** Whether nobody else changes it before this call has written. */
  boolean isLocked() {
    return locked;
  }

  boolean isChanged() {
    return identityChanged || unitChanged;
  }

  Set<PhoneNumber> proved() {
    return proved;
  }

  Candidate candidate(short foundBy) {
    return new Candidate(foundBy, number, identity, unit);
  }

  /** Everything by which it shall be found. */
  List<LookupValue> values() {
    List<LookupValue> values = new ArrayList<>(LookupValue.of(identity, unit));
    values.addAll(sharedDevices);
    return values;
  }

  /** Adds what it did not know; returns whether its identity knows more now. */
  boolean fill(Claim claim) {
    StoredIdentity filled = identity.filledFrom(claim);
    boolean more = !filled.equals(identity);
    identity = filled;
    identityChanged |= more;
    if (unit == null && claim.unit() != null) {
      unit = claim.unit();
      unitChanged = true;
    }
    return more;
  }

  void prove(PhoneNumber phone) {
    proved.add(phone);
  }

  void shareDevice(Claim claim) {
    LookupValue.of(claim).stream()
        .filter(value -> value.kind() == LookupKind.DEVICE_NAME)
        .forEach(sharedDevices::add);
  }
}
