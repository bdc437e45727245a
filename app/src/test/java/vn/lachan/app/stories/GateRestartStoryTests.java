package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lachan.app.program.RunningProgram;

/** A gate whose network is cut inside a request, and whose program dies inside a batch. */
@Tag("browser")
class GateRestartStoryTests {
  private static final String PASSWORD = "dien-tap-2026";
  private static final int PEOPLE = 12;
  private static final String BATCHES = "POST /api/v1/gates/device/batches";

  @TempDir private Path data;

  @Test
  void nothingIsLostAndNothingCountsTwice() throws IOException, SQLException, InterruptedException {
    RunningProgram program = RunningProgram.start(data, "--demo", "small");
    try (Wire wire = new Wire(program.address());
        Chromium chromium = new Chromium()) {
      GateTablet gate = openGate(chromium, wire, program);
      gate.allSent();
      wire.cut();
      for (int person = 1; person <= PEOPLE; person++) {
        gate.scan(card(person));
        gate.sees("Cho vào");
      }
      gate.sees("Đã giữ trên máy");

      wire.cutInside(BATCHES, 3_000);
      wire.mend();
      gate.page.click("#send-now");
      gate.page.waitForCondition(wire::isCut);
      gate.isWaiting(PEOPLE);
      assertThat(count(program, VISITS)).isZero();

      dieBetweenVisitsAndAnswers(program, wire, gate.page);
      program = RunningProgram.start(data, "--demo", "small");
      wire.leadTo(program.address());
      gate.allSent();
      assertThat(count(program, VISITS)).isEqualTo(PEOPLE);
      assertThat(count(program, ANSWERS)).isEqualTo(PEOPLE);
      assertThat(gate.text("#delivered")).isEqualTo(Integer.toString(PEOPLE));
    } finally {
      program.close();
    }
  }

  private static final String VISITS =
      """
      select count(*) from visits.visit v
      join (select number, place from gates.device order by number desc limit 1) d
        on v.place = d.place and v.device = d.number
      """;

  private static final String ANSWERS =
      """
      select count(*) from gates.record
      where kind = 'visit' and device = (select max(number) from gates.device)
      """;

  /** The visits are durable, their answers are not: the worst moment there is. */
  private static void dieBetweenVisitsAndAnswers(RunningProgram program, Wire wire, Page page)
      throws IOException, SQLException, InterruptedException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table gates.record in exclusive mode");
      wire.mend();
      page.waitForCondition(() -> count(program, VISITS) == PEOPLE);
      assertThat(count(program, ANSWERS)).isZero();
      program.kill();
    }
  }

  /** As an owner and a keeper would, through the pages. */
  private static GateTablet openGate(Chromium chromium, Wire wire, RunningProgram program)
      throws IOException, SQLException {
    Somebody owner =
        chromium.somebody(wire.port(), Chromium.DESK_WIDTH).signIn("chu-diem", PASSWORD);
    owner.open("/gates/places/" + text(program, PLACE));
    owner.page.locator("section:has(#keepers) button").first().click();
    String pin = owner.page.locator("section:has(#pin-title) code").innerText();
    owner.fill("name", "Máy bảng");
    owner.press("Thêm máy");
    String code = owner.page.locator(".gate-secret code").innerText();
    GateTablet gate =
        new GateTablet(chromium.somebody(wire.port(), Chromium.PHONE_WIDTH).page).enrol(code);
    long keeper = Long.parseLong(String.valueOf(gate.page.locator("#who").inputValue()));
    return gate.signOn(keeper, pin);
  }

  private static final String PLACE =
      """
      select p.public_id
      from places.place p
      join access.assignment s on s.place = p.number and s.role = 'OWNER' and s.revoked_at is null
      join access.account a on a.number = s.account and a.username = 'chu-diem'
      """;

  private static String card(int number) {
    return "038092%06d||Lê Thị Hoa|05031992|Nam|Thôn 3|10052021".formatted(number);
  }

  private static int count(RunningProgram program, String query) {
    try {
      return Integer.parseInt(text(program, query));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static String text(RunningProgram program, String query)
      throws IOException, SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
