package vn.lachan.app.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The real audit record for tests that build a module by hand. */
public final class TestAudit {
  private TestAudit() {}

  public static Audit on(JdbcClient jdbc) {
    return new Audit(new EntryTable(jdbc));
  }
}
