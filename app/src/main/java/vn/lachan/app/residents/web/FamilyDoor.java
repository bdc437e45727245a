package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.visits.OtherDoor;
import vn.lachan.engine.scan.PlaceCode;

/** Leads whoever is signed in to the app from a poster's address to the page for their family. */
@Component
class FamilyDoor implements OtherDoor {
  private final ResidentGate gate;

  FamilyDoor(ResidentGate gate) {
    this.gate = gate;
  }

  @Override
  public Optional<String> instead(HttpServletRequest request, PlaceCode place) {
    return gate.resident(request).map(resident -> "/residents/at/" + place.symbols());
  }
}
