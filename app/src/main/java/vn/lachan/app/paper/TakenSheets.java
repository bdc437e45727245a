package vn.lachan.app.paper;

import vn.lachan.app.access.Actor;
import vn.lachan.app.declarations.OpenedDeclaration;
import vn.lachan.app.kernel.Refusal;

/**
 * Sheets that became declarations, for the station whose sheets they are. Whoever wrote on a sheet
 * may live in another commune, and the declaration is that commune's; the station still has the
 * paper, and a reason to see what was keyed from it.
 */
public interface TakenSheets {
  /**
   * One of them, without anybody's name; PAPER_READ over its place or commune.
   *
   * @throws Refusal {@code paper.refused.not-taken}
   */
  TakenSheet get(Actor actor, String serial);

  /**
   * What was keyed from it; PAPER_MANAGE over its place or commune and DECLARATIONS_OPEN, an act in
   * the audit record about the person.
   *
   * @throws Refusal {@code paper.refused.not-taken}, {@code declarations.refused.destroyed}
   */
  OpenedDeclaration open(Actor actor, String serial, String purpose);
}
