package vn.lachan.app.privacy;

import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;

/** The registers of the law are the whole office's: no part of them is cut out for a part. */
final class Whole {
  private Whole() {}

  static void require(Actor actor) {
    if (!actor.require(Permission.PRIVACY_MANAGE).isEverywhere()) {
      throw Refusal.forbidden("privacy.refused.whole");
    }
  }
}
