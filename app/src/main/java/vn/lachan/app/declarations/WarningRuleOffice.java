package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of warning rules: what is in force, and how officers of a province change it. A
 * change is a new version from a day on, never earlier than today; a declaration keeps the level
 * that it was given.
 */
public interface WarningRuleOffice {
  /** All sets in force first, then what is to come, was or was taken back; DECLARATIONS_READ. */
  List<RuleSetView> sets(Actor actor, Locale language, Instant now);

  /**
   * The set of a code that is in force today, as the change begins with; DECLARATIONS_RULES.
   *
   * @throws Refusal {@code declarations.refused.rules}
   */
  RuleChange begin(Actor actor, String code, Instant now);

  /** The JSON of what a change would store; refused as {@link #change}. */
  String json(Actor actor, RuleChange change, Instant now);

  /**
   * What a change would have said of the last days' declarations; DECLARATIONS_RULES, an act in the
   * audit record, since answers are opened for it. Nobody is shown them.
   */
  RulePreview preview(Actor actor, RuleChange change, Instant now);

  /**
   * Makes it so; DECLARATIONS_RULES over a whole province, an act in the audit record.
   *
   * @throws Refusal {@code declarations.refused.rules-…}
   */
  UUID change(Actor actor, RuleChange change, Instant now);

  /** Takes a version back: from now on the one before judges again; as {@link #change}. */
  void withdraw(Actor actor, UUID version, String reason, Instant now);
}
