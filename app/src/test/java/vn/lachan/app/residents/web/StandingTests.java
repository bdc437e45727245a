package vn.lachan.app.residents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.residents.Member;

/** Whoever is told to stay at home is not ticked at a door, for as long as the advice stands. */
class StandingTests {
  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final Member MEMBER =
      new Member(1, new UUID(0, 1), 1, "Lê Thị Bưởi", 1950, null, null, null, false, true, NOW);

  @Test
  void onlyAdviceThatStandsKeepsAtHome() {
    assertThat(standing(Level.RED, 1).staysHome()).isTrue();
    assertThat(standing(Level.ORANGE, 1).staysHome()).isTrue();
    assertThat(standing(Level.YELLOW, 1).staysHome()).isFalse();
    assertThat(standing(Level.RED, 73).staysHome()).isFalse();
    assertThat(Standing.of(MEMBER, null, NOW).staysHome()).isFalse();
  }

  @Test
  void theFirstPageSaysWhoStaysWhoDeclaresAndUntilWhen() {
    var status =
        HomePage.Status.of(
            List.of(
                standing(Level.RED, 1),
                standing(Level.GREEN, 73),
                standing(Level.GREEN, 2),
                standing(Level.YELLOW, 3)));
    assertThat(status.home()).hasSize(1);
    assertThat(status.due()).hasSize(1);
    assertThat(status.declared()).hasSize(2);
    assertThat(status.until()).isEqualTo(NOW.plus(Duration.ofHours(69)));
  }

  private static Standing standing(Level level, int hoursAgo) {
    Instant declared = NOW.minus(Duration.ofHours(hoursAgo));
    return Standing.of(
        MEMBER, new DeclaredState(level, declared, declared.plus(Duration.ofDays(3)), false), NOW);
  }
}
