package vn.lachan.app.residents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Sex;

/**
 * Somebody to be added to an account, as typed. {@link #toString} shows none of it.
 *
 * @param unit the commune of residence, of today's hierarchy
 * @param homeSince since when they live together; null where it was always or is not known
 */
public record NewMember(
    PersonName name,
    int birthYear,
    @Nullable Sex sex,
    int unit,
    @Nullable String address,
    boolean atHome,
    @Nullable LocalDate homeSince) {
  @Override
  public String toString() {
    return "NewMember[***]";
  }
}
