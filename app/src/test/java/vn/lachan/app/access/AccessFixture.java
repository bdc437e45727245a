package vn.lachan.app.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.TestAudit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.messaging.HandsetMessage;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.Reference;
import vn.lachan.app.program.ProgramSettings;

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

  static final SecondFactorSettings FACTORS = new SecondFactorSettings(Set.of(Role.AUDITOR), true);

  static final CodeSettings CODES =
      new CodeSettings(
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          5,
          3,
          5,
          Duration.ofMinutes(5),
          Duration.ofHours(2),
          40);

  private static final ProgramSettings PROGRAM =
      new ProgramSettings(
          Path.of("target"), "", "none", false, ZoneId.of("Asia/Ho_Chi_Minh"), false, null, null);

  final SignIns signIns;
  final Actors actors;
  final CodeTable codeTable;
  final CodeDesk codes;
  final AccountDesk accounts;
  final KeeperDesk keepers;
  final TokenDesk tokens;
  final SecondFactors factors;
  final Keyring keyring;

  AccessFixture(TestDatabase database, Keyring keyring, boolean canSend) {
    this.keyring = keyring;
    var jdbc = database.jdbc();
    var manager = new DataSourceTransactionManager(database.pool());
    Audit audit = TestAudit.on(jdbc);
    var accountTable = new AccountTable(jdbc);
    var assignmentTable = new AssignmentTable(jdbc);
    var passwords = new Passwords(SETTINGS);
    var factorTable = new SecondFactorTable(jdbc, keyring);
    this.actors = new Actors(accountTable, assignmentTable, SETTINGS, FACTORS, PROGRAM);
    var throttle = new Throttle(new AttemptTable(jdbc), SETTINGS, keyring, manager);
    this.signIns = new SignIns(accountTable, actors, passwords, throttle, audit);
    this.codeTable = new CodeTable(jdbc);
    this.codes =
        new CodeDesk(
            codeTable,
            new CodeLimits(codeTable, CODES, keyring),
            CODES,
            keyring,
            new Silent(canSend),
            throttle,
            audit,
            manager);
    this.accounts =
        new AccountDesk(
            accountTable,
            new AccountListTable(jdbc),
            assignmentTable,
            new OwnerTable(jdbc, keyring),
            actors,
            passwords,
            SETTINGS,
            audit);
    this.factors =
        new SecondFactors(factorTable, accountTable, accounts, actors, throttle, keyring, audit);
    this.keepers =
        new KeeperDesk(new InvitationTable(jdbc), accounts, assignmentTable, SETTINGS, audit);
    this.tokens =
        new TokenDesk(
            new TokenTable(jdbc), accountTable, accounts, actors, SETTINGS, PROGRAM, audit);
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
