package vn.lachan.app.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a person is found: own code or device; citizen number; phone with name, and
 * birth year where both are known. Pure: candidates come in, sorted by number, so that the same
 * claim always ends in the same record.
 */
final class Matching {
  private final Claim claim;
  private final List<Candidate> candidates;
  private final Map<Long, PossibleDuplicate.Reason> suspects = new TreeMap<>();

  private Matching(Claim claim, List<Candidate> candidates) {
    this.claim = claim;
    this.candidates = candidates;
  }

  static Match match(Claim claim, List<Candidate> candidates) {
    return new Matching(claim, candidates).match();
  }

  private Match match() {
    Optional<Candidate> found =
        byOwnCode().or(this::byBorrowedDevice).or(this::byCitizenNumber).or(this::byPhoneAndName);
    suspectContradicted();
    if (found.isEmpty()) {
      suspectAlike();
    } else {
      suspectOthersThatFit(found.get());
      suspects.remove(found.get().person());
    }
    return new Match(found.orElse(null), suspects, isBorrowed());
  }

  private Optional<Candidate> byOwnCode() {
    return fitting(Matching::isOwn).findFirst();
  }

  /** Somebody else on this device, who used it before under the same name. */
  private Optional<Candidate> byBorrowedDevice() {
    return isBorrowed()
        ? fitting(candidate -> candidate.foundBy(LookupKind.DEVICE_NAME)).findFirst()
        : Optional.empty();
  }

  private Optional<Candidate> byCitizenNumber() {
    return fitting(candidate -> candidate.foundBy(LookupKind.CITIZEN_NUMBER)).findFirst();
  }

  /**
   * A stated year goes to the record with that year, else to one without; a claim without a year to
   * the record without, else to the only one there is: father and son of one name are not guessed.
   */
  private Optional<Candidate> byPhoneAndName() {
    List<Candidate> named = fitting(candidate -> candidate.foundBy(LookupKind.PHONE_NAME)).toList();
    Optional<Candidate> sameYear =
        named.stream().filter(candidate -> sameYear(candidate, claim.birthYear())).findFirst();
    if (sameYear.isPresent()) {
      return sameYear;
    }
    Optional<Candidate> withoutYear =
        named.stream().filter(candidate -> sameYear(candidate, null)).findFirst();
    boolean onlyOne = named.stream().map(Candidate::person).distinct().count() == 1;
    return withoutYear.or(() -> onlyOne ? Optional.of(named.getFirst()) : Optional.empty());
  }

  private void suspectContradicted() {
    for (Candidate candidate : candidates) {
      if (!candidate.identity().contradicts(claim)) {
        continue;
      }
      if (isOwn(candidate) && !isPlainlyAnother(candidate)) {
        suspect(candidate, PossibleDuplicate.Reason.OWN_CODE);
      } else if (candidate.foundBy(LookupKind.CITIZEN_NUMBER)) {
        suspect(candidate, PossibleDuplicate.Reason.CITIZEN_NUMBER);
      } else if (candidate.foundBy(LookupKind.PHONE_NAME)) {
        suspect(candidate, PossibleDuplicate.Reason.PHONE_AND_NAME);
      }
    }
  }

  /** For a new person: whom it could still be. */
  private void suspectAlike() {
    for (Candidate candidate : candidates) {
      if (candidate.foundBy(LookupKind.PHONE_NAME)) {
        suspect(candidate, PossibleDuplicate.Reason.PHONE_AND_NAME);
      } else if (candidate.foundBy(LookupKind.PHONE_YEAR)) {
        suspect(candidate, PossibleDuplicate.Reason.PHONE_AND_YEAR);
      } else if (candidate.foundBy(LookupKind.NAME_YEAR_UNIT)
          && !candidate.identity().contradicts(claim)) {
        suspect(candidate, PossibleDuplicate.Reason.NAME_AND_YEAR);
      }
    }
  }

  /** One claim that fits two records by strong identifiers says that they may be one. */
  private void suspectOthersThatFit(Candidate found) {
    fitting(candidate -> candidate.person() != found.person())
        .forEach(
            candidate -> {
              if (candidate.foundBy(LookupKind.CITIZEN_NUMBER)) {
                suspect(candidate, PossibleDuplicate.Reason.CITIZEN_NUMBER);
              } else if (candidate.foundBy(LookupKind.PHONE_NAME)) {
                suspect(candidate, PossibleDuplicate.Reason.PHONE_AND_NAME);
              }
            });
  }

  private void suspect(Candidate candidate, PossibleDuplicate.Reason reason) {
    suspects.merge(candidate.person(), reason, Matching::stronger);
  }

  /** The reasons are declared with those that weigh most first, own code aside. */
  private static PossibleDuplicate.Reason stronger(
      PossibleDuplicate.Reason known, PossibleDuplicate.Reason other) {
    return known.compareTo(other) <= 0 ? known : other;
  }

  private Stream<Candidate> fitting(Predicate<Candidate> wanted) {
    return candidates.stream()
        .filter(wanted)
        .filter(candidate -> !candidate.identity().contradicts(claim));
  }

  /** A device whose person contradicts the claim: somebody declares for another. */
  private boolean isBorrowed() {
    return candidates.stream()
        .anyMatch(
            candidate ->
                candidate.foundBy() == Candidate.DEVICE && candidate.identity().contradicts(claim));
  }

  /** Name and year both differ on a device: a family's phone, nothing to settle. */
  private boolean isPlainlyAnother(Candidate candidate) {
    return candidate.foundBy() == Candidate.DEVICE
        && candidate.identity().nameDiffers(claim)
        && candidate.identity().yearDiffers(claim);
  }

  private static boolean isOwn(Candidate candidate) {
    return candidate.foundBy() == Candidate.DEVICE || candidate.foundBy(LookupKind.PERSONAL_CODE);
  }

  private static boolean sameYear(Candidate candidate, @Nullable Integer year) {
    Integer known = candidate.identity().birthYear();
    return known == null ? year == null : known.equals(year);
  }
}
