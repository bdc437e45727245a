package vn.lachan.app.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;

/**
 * National personal codes (Decision 1405/QĐ-BTTTT, v1.1) that were read and are kept for a person,
 * sealed with the person's own key. One is written again only as it was read: its QID was issued by
 * the national platform and none is made here. It proves nothing about whoever shows it, so it
 * finds nobody and changes no record; only its keeper sees it again.
 */
@Component
@Inside("the keeper acts for the person, and has read the code itself")
public class NationalCodes {
  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final NationalCodeTable table;
  private final PersonSeals seals;

  NationalCodes(NationalCodeTable table, PersonSeals seals) {
    this.table = table;
    this.seals = seals;
  }

  /**
   * Keeps a code in place of the one that the keeper had before.
   *
   * @throws Refusal {@code people.refused.national-masked} where its QID is masked; {@code
   *     people.refused.destroyed}
   */
  @Transactional
  public void keep(long person, UUID keeper, NationalCode code, Instant now) {
    if (!(code.wholeText() instanceof Reading.Accepted<String>(String text))) {
      throw Refusal.invalid("people.refused.national-masked");
    }
    byte[] sealed =
        seals
            .seal(new PersonSeals.Plain(person, thing(keeper), text))
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "people.refused.destroyed"));
    table.put(person, keeper, sealed, now);
  }

  /** What the keeper had read for the person. */
  @Transactional(readOnly = true)
  public Optional<NationalCode> of(long person, UUID keeper) {
    return table.find(person, keeper).flatMap(bytes -> open(person, keeper, bytes));
  }

  /** Everything kept of these records, for the person's own file. */
  @Transactional(readOnly = true)
  public List<NationalCode> held(Collection<Long> records) {
    return table.of(records).stream()
        .flatMap(row -> open(row.person(), row.keeper(), row.sealed()).stream())
        .toList();
  }

  /** False where there was none. */
  @Transactional
  public boolean remove(long person, UUID keeper) {
    return table.remove(person, keeper);
  }

  private Optional<NationalCode> open(long person, UUID keeper, byte[] sealed) {
    return seals
        .open(new PersonSeals.Row(person, thing(keeper), sealed))
        .map(text -> (NationalCode) Scanner.read(text, PORTS));
  }

  private static String thing(UUID keeper) {
    return "national " + keeper;
  }
}
