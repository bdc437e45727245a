package vn.lachan.app.privacy;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

@Component
class SealedTextTable {
  private final JdbcClient jdbc;

  SealedTextTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(UUID owner, Sealed sealed) {
    return jdbc.sql(
            """
            insert into privacy.sealed_text (owner, wrapped_key, sealed, master_version)
            values (:owner, :key, :sealed, :version) returning number
            """)
        .param("owner", owner)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("version", Keyring.wrappedVersion(sealed.wrappedKey()))
        .query((row, _) -> row.getLong("number"))
        .single();
  }

  void replace(long number, Sealed sealed) {
    jdbc.sql(
            """
            update privacy.sealed_text set wrapped_key = :key, sealed = :sealed,
              master_version = :version where number = :number
            """)
        .param("number", number)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("version", Keyring.wrappedVersion(sealed.wrappedKey()))
        .update();
  }

  Optional<Sealed> find(long number, UUID owner) {
    return jdbc.sql(
            """
            select wrapped_key, sealed from privacy.sealed_text
            where number = :number and owner = :owner and wrapped_key is not null
            """)
        .param("number", number)
        .param("owner", owner)
        .query(
            (row, _) ->
                new Sealed(
                    Objects.requireNonNull(row.getBytes("wrapped_key")),
                    Objects.requireNonNull(row.getBytes("sealed"))))
        .optional();
  }
}
