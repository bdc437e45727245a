package vn.lachan.app.access;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.TestAudit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.messaging.HandsetMessage;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.Reference;

/** One copy of the module on a database; several may stand on the same one. */
final class AccessFixture {
  static final AccessSettings SETTINGS =
      new AccessSettings(
          1024,
          1,
          4,
          Duration.ofSeconds(5),
          5,
          25,
          Duration.ofMinutes(15),
          Duration.ofHours(4),
          7,
          48);

  static final CodeSettings CODES =
      new CodeSettings(
          Duration.ofMinutes(5), Duration.ofHours(24), 5, Duration.ofMinutes(15), 3, 10, 120);

  final SignIns signIns;
  final Actors actors;
  final CodeTable codeTable;
  final CodeDesk codes;
  final Keyring keyring;

  AccessFixture(TestDatabase database, Keyring keyring, boolean canSend) {
    this.keyring = keyring;
    var jdbc = database.jdbc();
    var manager = new DataSourceTransactionManager(database.pool());
    Audit audit = TestAudit.on(jdbc);
    var accountTable = new AccountTable(jdbc);
    var assignmentTable = new AssignmentTable(jdbc);
    var passwords = new Passwords(SETTINGS);
    this.actors = new Actors(accountTable, assignmentTable, SETTINGS);
    var throttle = new Throttle(new AttemptTable(jdbc), SETTINGS, keyring, manager);
    this.signIns = new SignIns(accountTable, actors, passwords, throttle, audit);
    this.codeTable = new CodeTable(jdbc);
    this.codes = new CodeDesk(codeTable, CODES, keyring, new Silent(canSend), audit, manager);
  }

  private record Silent(boolean canSend) implements Messages {
    @Override
    public void send(Reference reference) {}

    @Override
    public List<HandsetMessage> handset(int rows) {
      return List.of();
    }
  }
}
