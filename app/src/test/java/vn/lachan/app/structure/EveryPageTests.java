package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/**
 * Every address that needs nothing in its path, asked for by every role: a whole page or a reason.
 */
@ProgramTest
class EveryPageTests {
  private static final String NONSENSE =
      "?from=x&to=2026-99-99&day=0&unit=zz&place=zz&after=zz&before=_&page=-1&level=zz&form=zz"
          + "&view=zz&q=%C4%90&kind=zz&state=zz&code=zz&who=zz&lang=zz&sort=zz";

  @LocalServerPort private int port;
  @Autowired private Clock clock;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Test
  void opensForEveryRoleOrSaysWhyNot() {
    var world = new TestWorld(clock, accounts, units, places, people, visits);
    world.place();
    List<String> broken = new ArrayList<>();
    look(new Browser(port), "nobody", broken);
    for (Role role : Role.values()) {
      String account = world.account(role, new Scope.OfUnit(world.province().id()));
      look(Browser.signedIn(port, account, TestWorld.PASSWORD), role.name(), broken);
    }
    assertThat(broken).isEmpty();
  }

  private void look(Browser somebody, String who, List<String> broken) {
    for (String address : addresses()) {
      for (String asked : List.of(address, address + NONSENSE)) {
        String fault = fault(somebody, asked);
        if (!fault.isEmpty()) {
          broken.add(who + " " + asked + " " + fault);
        }
      }
    }
  }

  private static String fault(Browser somebody, String asked) {
    try {
      HttpResponse<String> answer = somebody.get(asked, "Accept", "text/html");
      String page = answer.body().strip();
      boolean isWhole = !page.startsWith("<!DOCTYPE html>") || page.endsWith("</html>");
      return answer.statusCode() >= 500 ? answer.body() : isWhole ? "" : "is cut off";
    } catch (IllegalStateException e) {
      return "broke off: " + e.getMessage();
    }
  }

  private SortedSet<String> addresses() {
    SortedSet<String> all = new TreeSet<>();
    routes
        .getHandlerMethods()
        .keySet()
        .forEach(
            info -> {
              if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                all.addAll(info.getPatternValues());
              }
            });
    all.removeIf(address -> address.contains("{") || address.contains("*"));
    return all;
  }
}
