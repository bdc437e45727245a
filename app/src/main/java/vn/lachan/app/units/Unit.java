package vn.lachan.app.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A province, district or commune of one hierarchy. {@code code} keeps its leading zeros; {@code
 * name} is without the word before it ("Triệu Sơn", "1"). {@code validFrom} is null where the day
 * is not known, {@code validTo} (the last day) is null while the unit exists. A unit of the older
 * hierarchy may have ended before its {@code validTo}, which is the end of the hierarchy.
 */
public record Unit(
    int id,
    String code,
    UnitKind kind,
    String name,
    @Nullable Integer parentId,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Location location) {

  public UnitLevel level() {
    return kind.level();
  }

  public Hierarchy hierarchy() {
    return UnitNumbers.hierarchy(id);
  }

  /** The name with the word before it: "Huyện Triệu Sơn", "Quận 1". */
  public String fullName() {
    return kind.word() + " " + name;
  }
}
