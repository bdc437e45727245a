package vn.lachan.app.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.lachan.engine.scan.PlaceCode;

/** A higher module that receives some visitors at the door by a page of its own. */
public interface OtherDoor {
  /** The path of that page; empty for a visitor who is a stranger to the module. */
  Optional<String> instead(HttpServletRequest request, PlaceCode place);
}
