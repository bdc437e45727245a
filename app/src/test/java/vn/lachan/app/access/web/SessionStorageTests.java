package vn.lachan.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import vn.lachan.app.ProgramTest;

/** What two requests of one session write at the same moment. */
@ProgramTest
class SessionStorageTests {
  @Autowired private SessionRepository<? extends Session> sessions;

  @Test
  void twoRequestsAddTheSameThingToOneSession() {
    check(sessions);
  }

  private static <S extends Session> void check(SessionRepository<S> sessions) {
    S begun = sessions.createSession();
    sessions.save(begun);
    S one = Objects.requireNonNull(sessions.findById(begun.getId()));
    S other = Objects.requireNonNull(sessions.findById(begun.getId()));
    S late = Objects.requireNonNull(sessions.findById(begun.getId()));
    one.setAttribute("account", 1L);
    sessions.save(one);
    other.setAttribute("account", 2L);
    sessions.save(other);
    Session stored = Objects.requireNonNull(sessions.findById(begun.getId()));
    assertThat(stored.<Long>getAttribute("account")).isEqualTo(2L);
    sessions.deleteById(begun.getId());
    late.setAttribute("account", 3L);
    sessions.save(late);
    assertThat(sessions.findById(begun.getId())).isNull();
  }
}
