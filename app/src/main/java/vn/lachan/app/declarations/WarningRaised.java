package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration reached the level at which somebody has to call. Published in the transaction in
 * which the declaration is stored.
 *
 * @param unit the commune whose health station is in charge
 * @param codes the rules that fired
 */
public record WarningRaised(
    UUID declaration, long person, int unit, @Nullable Long place, List<String> codes, Instant at) {
  public WarningRaised {
    codes = List.copyOf(codes);
  }
}
