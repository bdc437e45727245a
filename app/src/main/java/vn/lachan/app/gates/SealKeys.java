package vn.lachan.app.gates;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;

/**
 * The server's keys of the offline seal. They lie in the database, each private half sealed with
 * the master key, so that every copy of the program and every restored backup opens what a tablet
 * brings back late; a thief of the database alone opens nothing.
 */
@Component
class SealKeys {
  static final String CONTEXT = "gates.seal_key:";

  private final SealKeyTable table;
  private final Keyring keyring;
  private final GatesSettings settings;
  private final TransactionTemplate transactions;
  private final Map<Integer, PrivateKey> opened = new ConcurrentHashMap<>();

  SealKeys(
      SealKeyTable table,
      Keyring keyring,
      GatesSettings settings,
      PlatformTransactionManager manager) {
    this.table = table;
    this.keyring = keyring;
    this.settings = settings;
    this.transactions = new TransactionTemplate(manager);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What devices seal to from now on; made where there is none or the newest is old. */
  GateDoor.SealKey current(Instant now) {
    return fresh(now).orElseGet(() -> make(now));
  }

  /** Empty for a number that no key has. */
  Optional<PrivateKey> privateKey(int number) {
    PrivateKey known = opened.get(number);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PrivateKey> found = table.find(number).map(this::open);
    found.ifPresent(key -> opened.put(number, key));
    return found;
  }

  private Optional<GateDoor.SealKey> fresh(Instant now) {
    Instant since = now.minus(Duration.ofDays(settings.sealKeyDays()));
    return table
        .newest()
        .filter(row -> row.madeAt().isAfter(since))
        .map(row -> new GateDoor.SealKey(row.number(), row.publicKey()));
  }

  private GateDoor.SealKey make(Instant now) {
    transactions.executeWithoutResult(
        status -> {
          table.lock();
          if (fresh(now).isEmpty()) {
            KeyPair pair = OfflineSeal.newPair();
            String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            byte[] point = OfflineSeal.point(pair.getPublic());
            table.insert(point, keyring.seal(text, context(point)), now);
          }
        });
    return fresh(now).orElseThrow();
  }

  private static String context(byte[] point) {
    return CONTEXT + HexFormat.of().formatHex(point);
  }

  private PrivateKey open(SealKeyTable.Row row) {
    byte[] encoded =
        Base64.getDecoder().decode(keyring.open(row.privateKey(), context(row.publicKey())));
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored seal key is no key", e);
    }
  }
}
