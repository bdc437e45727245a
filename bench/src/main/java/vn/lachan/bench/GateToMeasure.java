package vn.lachan.bench;

import java.time.Instant;
import java.util.UUID;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;

/** A place with a gate that is open day and night, and a keeper. */
record GateToMeasure(BenchProgram program, PlaceCard place, long keeper) {
  private static final int COMMUNE = 2_315_664;

  static GateToMeasure open(BenchProgram program, String keeperName, Instant now) {
    Places places = program.bean(Places.class);
    var registration = Registration.alwaysOpen("Chốt đo", "hospital", "Số 1", COMMUNE);
    UUID id = places.register(Actor.program(), registration, now);
    PlaceCard place = places.byPublicId(id).orElseThrow();
    Accounts accounts = program.bean(Accounts.class);
    long keeper = accounts.create(keeperName, "Người trực", "mat-khau-dai", false, now);
    accounts.grant(keeper, new Grant(Role.KEEPER, new Scope.OfPlace(place.number())), 0, now);
    return new GateToMeasure(program, place, keeper);
  }

  /** The number that the keeper types. */
  String newPin(Instant now) {
    return office().newPin(Actor.program(), place.publicId(), keeper, now);
  }

  /** What a device is enrolled with. */
  String newCode(Instant now) {
    return office().enrol(Actor.program(), place.publicId(), "Đo", false, now).code();
  }

  private GateOffice office() {
    return program.bean(GateOffice.class);
  }
}
