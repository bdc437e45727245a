package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lachan.app.kernel.Inside;

/**
 * Takes records of some kinds. Each kind is one bean's; a record may come again after a crash, so
 * taking must be repeatable by the record's own content.
 */
@Inside("only the gate's own intake calls it, for a device that it has recognised")
public interface RecordTaker {
  Set<String> kinds();

  /** One answer a record, in order, each after what it says is durable. */
  List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now);
}
