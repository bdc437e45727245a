package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.places.PlaceCard;

/** An open case is looked after: a crowd is narrowed, a visit comes late, all cases run anew. */
class StandingTraceStoryTests extends Story {
  @Autowired private Cases cases;
  @Autowired private JdbcClient jdbc;

  @Test
  void aCrowdIsNarrowedWhatIsNewIsToldAndAllCasesAreTracedInOneRun() {
    PlaceCard market = world.place();
    long index = world.person("Nguyễn Văn Bệnh", TestWorld.phone());
    world.visit(index, market, 0, 60);
    world.crowd(4, market);
    OpenedCase opened = open(index);
    aCrowdBeginsAbove(2, opened);
    Somebody tracer = atDesk().signIn(world.account(Role.TRACER, new Scope.Everywhere()));

    tracer.open("/casework/runs?from=%1$s&to=%1$s".formatted(world.yesterday()));
    tracer.press("Truy vết tất cả");
    tracer.sees("đã xong");
    accessible(tracer);

    String file = "/casework/" + opened.publicId();
    tracer.open(file);
    tracer.press("Xem và thu hẹp");
    tracer.sees("chưa đưa vào danh sách");
    tracer.page.check("input[name=includeAll]");
    tracer.page.fill("input[name=reason]", "Bốn người, gọi được hết");
    tracer.press("Ghi và tính lại");
    tracer.sees("đã đưa cả vào danh sách");
    accessible(tracer);
    tracer.open(file);
    tracer.sees("Lê T. ***");

    world.visit(world.person("Trần Thị Muộn", TestWorld.phone()), market, 20, 30);
    tracer.open("/casework/runs?from=%1$s&to=%1$s".formatted(world.yesterday()));
    tracer.press("Truy vết tất cả");
    tracer.sees("đã xong");
    tracer.open(file);
    tracer.press("Xem những ai");
    tracer.sees("Trần T. ***");
    tracer.press("Đã xem hết");
    tracer.sees("Lê T. ***");
    assertThat(tracer.page.locator(".case-new").count()).isZero();
    assertThat(tracer.overflow()).isZero();
  }

  private OpenedCase open(long index) {
    var facts = new CaseFacts(true, world.yesterday(), null, null, null, null, world.yesterday());
    return cases.open(
        Actor.program(),
        new NewCase(world.people().publicId(index), null, null, "COVID-19", facts, null),
        world.now());
  }

  /** A trace keeps the limit that held when it was opened; here it is a small one. */
  private void aCrowdBeginsAbove(int visitors, OpenedCase opened) {
    jdbc.sql(
            """
            update tracing.trace set crowd_visitors = :visitors where subject = :case
            """)
        .param("visitors", visitors)
        .param("case", opened.number())
        .update();
  }
}
