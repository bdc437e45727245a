package vn.lachan.app.program.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

class BackupSessionTests {
  /** Not only persons are sealed: a backup whose old key is thrown away must not lose the rest. */
  @Test
  void theVersionsOfEverythingSealedAreNamed() throws SQLException {
    Keyring forImports = Keyring.generate();
    Keyring forFactors = Keyring.generate();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.superuser()) {
      var session = new BackupSession(connection);
      assertThat(session.masterVersions()).isEmpty();
      Sealed file = forImports.seal("a.csv", "x");
      database
          .jdbc()
          .sql(
              """
              insert into places.import (id, account, created_at, file_key, file_name)
              values (:id, 1, now(), :key, :name)
              """)
          .param("id", UUID.randomUUID())
          .param("key", file.wrappedKey())
          .param("name", file.content())
          .update();
      Sealed note = forFactors.seal("ghi chú", "y");
      database
          .jdbc()
          .sql(
              """
              insert into privacy.sealed_text (owner, wrapped_key, sealed, master_version)
              values (:id, :key, :sealed, 0), (:id, null, null, 0)
              """)
          .param("id", UUID.randomUUID())
          .param("key", note.wrappedKey())
          .param("sealed", note.content())
          .update();
      assertThat(session.masterVersions())
          .containsExactlyInAnyOrder(forImports.masterVersion(), forFactors.masterVersion());
    }
  }
}
