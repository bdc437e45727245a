package vn.lachan.app.visits;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.places.Places;
import vn.lachan.engine.scan.PlaceCode;

/**
 * What the pages of a door say about the proof of presence, on every page that checks somebody in.
 * A proof that is good becomes a ticket in the page's form. A check-in is never refused for want of
 * one: the poster on the wall must not leave people in the rain.
 */
@Component
@Inside("whoever stands at the place may check in")
public class DoorPresence {
  private final Places places;
  private final ObjectProvider<PresenceProofs> proofs;

  DoorPresence(Places places, ObjectProvider<PresenceProofs> proofs) {
    this.places = places;
    this.proofs = proofs;
  }

  /**
   * Adds {@code presence}, the ticket; {@code stale}, where the proof is not that of now; {@code
   * asksProof}, where the place marks check-ins without one.
   *
   * @param proof what stood beside the place's code; null where it was the poster's
   * @param kept a ticket from an earlier page; null where there is none
   */
  public void show(
      PlaceCode place,
      @Nullable String proof,
      @Nullable String kept,
      OwnPhone phone,
      Instant now,
      Model model) {
    PresenceProofs asked = proofs.getIfAvailable();
    if (asked == null) {
      return;
    }
    String ticket = kept;
    if (proof != null) {
      Optional<String> given = asked.ticket(place, proof, phone, now);
      ticket = given.orElse(null);
      model.addAttribute("stale", given.isEmpty());
    }
    model.addAttribute("presence", ticket);
    model.addAttribute(
        "asksProof", ticket == null && places.byCode(place).filter(asked::required).isPresent());
  }

  /** The proof as part of an address, so that it goes on to another page; empty without one. */
  public static String parameter(@Nullable String proof) {
    return proof != null && proof.matches("[A-Za-z0-9_-]{1,40}") ? "?p=" + proof : "";
  }
}
