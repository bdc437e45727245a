package vn.lachan.app.gates.web;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.gates.CheckpointRules;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.people.RevokedCodes;
import vn.lachan.app.people.VerificationKey;
import vn.lachan.app.places.PlaceCard;

/**
 * What a device needs until its next contact.
 *
 * @param serverTime milliseconds since 1970
 */
record StateJson(
    long serverTime,
    UUID device,
    String name,
    boolean kiosk,
    boolean screen,
    PlaceJson place,
    RulesJson rules,
    int inside,
    SealKeyJson sealKey,
    List<GateDoor.GateKeeper> keepers,
    List<CodeKeyJson> codeKeys,
    RevokedJson revoked,
    int contactSeconds,
    int freeMegabytes,
    int answerMillis) {
  /** The place as it is known to everybody. */
  record PlaceJson(String code, String name, String address, @Nullable Integer capacity) {
    static PlaceJson of(PlaceCard place) {
      return new PlaceJson(place.code().symbols(), place.name(), place.address(), place.capacity());
    }
  }

  /** What holds at the place; a screen's secret goes to screens only. */
  record RulesJson(
      boolean declarationNeeded,
      String form,
      int declarationHours,
      List<String> callCodes,
      @Nullable PapersJson papers,
      byte @Nullable [] screenSecret) {
    static RulesJson of(GateDoor.PlaceRules rules) {
      CheckpointRules papers = rules.papers();
      return new RulesJson(
          rules.declarationNeeded(),
          rules.form(),
          rules.declarationHours(),
          rules.callCodes(),
          papers == null ? null : PapersJson.of(papers),
          rules.screenSecret());
    }
  }

  record PapersJson(List<CheckpointRules.Test> tests, List<ReasonJson> reasons) {
    static PapersJson of(CheckpointRules rules) {
      return new PapersJson(
          rules.tests(),
          rules.reasons().stream()
              .map(reason -> new ReasonJson(reason.code(), reason.decision().code()))
              .toList());
    }
  }

  record ReasonJson(String code, String decision) {}

  record SealKeyJson(int number, byte[] publicKey) {}

  /** A key that verifies personal codes, as the scanner's script takes it. */
  record CodeKeyJson(int id, String publicKey) {
    static CodeKeyJson of(VerificationKey key) {
      return new CodeKeyJson(
          key.id(), Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()));
    }
  }

  /** Numbers of codes that were revoked since the device last heard of them. */
  record RevokedJson(List<UUID> issues, long cursor, boolean more) {
    static RevokedJson of(RevokedCodes revoked) {
      return new RevokedJson(
          revoked.codes().stream().map(RevokedCodes.Revoked::issue).toList(),
          revoked.cursor(),
          revoked.more());
    }
  }

  static StateJson of(GateDoor.GateState state, Instant now) {
    return new StateJson(
        now.toEpochMilli(),
        state.device(),
        state.name(),
        state.kiosk(),
        state.screen(),
        PlaceJson.of(state.place()),
        RulesJson.of(state.rules()),
        state.inside(),
        new SealKeyJson(state.sealKey().number(), state.sealKey().publicKey()),
        state.keepers(),
        state.codeKeys().stream().map(CodeKeyJson::of).toList(),
        RevokedJson.of(state.revoked()),
        state.contactSeconds(),
        state.freeMegabytes(),
        state.answerMillis());
  }
}
