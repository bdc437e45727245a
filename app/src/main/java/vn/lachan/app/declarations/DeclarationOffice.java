package vn.lachan.app.declarations;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door for officers. A declaration is seen by whoever reaches the commune in charge, or
 * the place at which it was made.
 */
public interface DeclarationOffice {
  /**
   * Declarations in reach, the latest first; DECLARATIONS_READ.
   *
   * @param search a phone, citizen number or personal code of which the person is looked up; null
   *     for anybody
   * @param after {@link Page#next} of the page before
   */
  Page<DeclarationRow> list(
      Actor actor,
      DeclarationFilter filter,
      @Nullable String search,
      @Nullable String after,
      int rows);

  /** How many such there are, counted up to this many; DECLARATIONS_READ. */
  int count(Actor actor, DeclarationFilter filter, @Nullable String search, int most);

  /** One of them; DECLARATIONS_READ. */
  DeclarationRow get(Actor actor, UUID declaration);

  /** What became of the call that it asks for; empty where it asks for none. DECLARATIONS_READ. */
  Optional<WarningFollowUps.Call> call(Actor actor, UUID declaration);

  /**
   * Opens the answers; DECLARATIONS_OPEN, an act in the audit record with its purpose.
   *
   * @throws Refusal {@code declarations.refused.destroyed} once the person was destroyed
   */
  OpenedDeclaration open(Actor actor, UUID declaration, String purpose);

  /** Counts by day, unit and place; DECLARATIONS_READ. */
  DeclarationFigures figures(Actor actor, DeclarationFigures.Asked asked);

  /**
   * A list on its way out, masked, one act before the first row; DECLARATIONS_EXPORT.
   *
   * @throws Refusal {@code declarations.refused.export-too-large}
   */
  List<DeclarationRow> export(
      Actor actor, DeclarationFilter filter, @Nullable String search, String purpose);

  /**
   * A list with every answer on its way out, one act about all whose answers they are before the
   * first row; DECLARATIONS_EXPORT and DECLARATIONS_OPEN. Who somebody is stands in it only for
   * those who may open identities (PEOPLE_OPEN).
   *
   * @throws Refusal {@code declarations.refused.export-form} without a form, {@code
   *     declarations.refused.export-too-large}
   */
  AnswerSheet exportAnswers(
      Actor actor,
      DeclarationFilter filter,
      @Nullable String search,
      String purpose,
      Locale language);

  /** What these records declared with every answer, for the person's own file. */
  @Inside("privacy answers persons about themselves, as an act of its own")
  List<OpenedDeclaration> ofPersons(Collection<Long> records, int rows);
}
