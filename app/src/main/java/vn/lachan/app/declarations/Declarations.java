package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door for whoever declares or takes a declaration. Persons are numbers of records; who
 * someone is was found before, by {@code people}.
 */
public interface Declarations {
  /**
   * Checks the answers against the form valid on that day, stores them sealed, and answers the
   * level. An actor needs DECLARATIONS_WRITE over the place, or over the unit where there is no
   * place; without one the caller has proved that a person declares for themselves or a companion.
   *
   * @throws WrongAnswers with every fault of the answers and its path
   * @throws Refusal {@code declarations.refused.…}
   */
  Submitted submit(@Nullable Actor actor, NewDeclaration declaration, Instant now);

  /** As {@link #submit}, for an account whose right to enter it the caller has checked. */
  @Inside("paper has checked that the sheet lies in a batch that was given to the account")
  Submitted submitFor(long account, NewDeclaration declaration, Instant now);

  /** What a person declared last on a form; also under another record of theirs. */
  @Inside("the caller has proved that the person asks")
  Optional<LatestAnswers> latest(long person, String form);

  /** As {@link #latest}, where this very browser sent it: nobody else's words are shown. */
  @Inside("the browser's own cookies are the right, as at the door")
  Optional<LatestAnswers> latestFrom(long person, String form, long device);

  /** How persons stand by what this very browser sent last for them; others miss. */
  @Inside("the browser's own cookies are the right, as at the door")
  Map<Long, DeclaredState> statesFrom(Collection<Long> persons, long device);

  /**
   * What this very browser sent under a key, judged by its words alone: what the program knows of
   * the person besides is not told to whoever typed.
   */
  @Inside("the browser's own cookie and its key are the right")
  Optional<Receipt> receipt(UUID key, long device);

  /** How persons stand, by the records asked about; those who never declared miss. */
  @Inside("a gate asks about those in front of it; a level is no diagnosis")
  Map<Long, DeclaredState> states(Collection<Long> persons, Instant now);

  /**
   * The form as it holds on a day.
   *
   * @throws Refusal {@code declarations.refused.form} where none does
   */
  @Inside("forms are public reference data")
  FormView form(String code, LocalDate day);

  /** Rules that stop somebody at a gate and call the commune, besides the level red. */
  @Inside("reference data")
  List<String> gateCalls();

  /** How long a declaration stands for its person at a gate. */
  @Inside("reference data")
  int validHours();

  /** The codes of the forms in force on a day, in the order in which they are offered. */
  @Inside("forms are public reference data")
  List<String> forms(LocalDate day);

  /** Loads declarations known to be new, checked as any other; for the drill province. */
  @Inside("the demo loads into an empty database")
  int load(Iterator<NewDeclaration> declarations, Instant now);
}
