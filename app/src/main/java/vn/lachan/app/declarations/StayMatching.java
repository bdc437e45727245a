package vn.lachan.app.declarations;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.visits.DeclaredStays;
import vn.lachan.engine.tracing.PlaceWindow;

/**
 * Tells tracing who declared having been at a place: by its code, or possibly by its name. Words of
 * places are kept as keyed hashes only, cut to 8 bytes.
 */
@Component
class StayMatching implements DeclaredStays {
  private static final String KIND = "declarations.place";
  private static final String VEHICLE = "declarations.vehicle";

  private final StayTable table;
  private final Keyring keyring;

  StayMatching(StayTable table, Keyring keyring) {
    this.table = table;
    this.keyring = keyring;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Declared> during(PlaceWindow window, String name, int most) {
    List<Declared> found = new ArrayList<>(table.atPlace(window, most));
    String run = PlaceWords.name(name);
    if (!run.isEmpty() && found.size() < most) {
      List<Long> hashes = keyring.hashes(KIND, run).stream().map(StayMatching::cut).toList();
      found.addAll(table.named(hashes, window, most - found.size()));
    }
    return found;
  }

  /** What is kept of a place in free text. */
  List<Long> hashes(String text) {
    Set<String> runs = PlaceWords.runs(text);
    return runs.stream().map(run -> cut(keyring.hash(KIND, run))).toList();
  }

  /** The same for all of the words together. */
  long whole(String text) {
    return cut(keyring.hash(KIND, PlaceWords.plain(text)));
  }

  /** What is kept of a vehicle's number; null where it can be none. */
  @Nullable Long vehicle(String number) {
    String written = VehicleWords.number(number);
    return written.isEmpty() ? null : cut(keyring.hash(VEHICLE, written));
  }

  /** Every form in which the number may be stored, one a version of the key. */
  List<Long> vehicles(String number) {
    String written = VehicleWords.number(number);
    return written.isEmpty()
        ? List.of()
        : keyring.hashes(VEHICLE, written).stream().map(StayMatching::cut).toList();
  }

  private static long cut(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }
}
