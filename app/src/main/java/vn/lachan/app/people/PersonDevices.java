package vn.lachan.app.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lachan.app.kernel.Keyring;

/** Cookies that stand for a person. The token is random; only its hash is stored. */
@Component
class PersonDevices {
  private static final int TOKEN_BYTES = 24;

  /** Longer than any token of ours; a longer cookie is nobody's. */
  private static final int TOKEN_LENGTH_MOST = 64;

  private final DeviceTable table;
  private final DeviceCache cache;
  private final Keyring keyring;
  private final SecureRandom random = new SecureRandom();

  PersonDevices(DeviceTable table, DeviceCache cache, Keyring keyring) {
    this.table = table;
    this.cache = cache;
    this.keyring = keyring;
  }

  OptionalLong person(String token) {
    if (token.isBlank() || token.length() > TOKEN_LENGTH_MOST) {
      return OptionalLong.empty();
    }
    OptionalLong remembered = cache.person(token);
    if (remembered.isPresent()) {
      return remembered;
    }
    OptionalLong found = table.person(token);
    found.ifPresent(person -> cache.remember(token, person, null));
    return found;
  }

  String make(long person, Instant now) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    table.insert(token, person, now, DeviceCache.day(now));
    return token;
  }

  /** Notes the day of last use of devices just met; one write a device and day. */
  void used(Map<String, Long> persons, Instant now) {
    LocalDate day = DeviceCache.day(now);
    List<String> first =
        persons.keySet().stream().filter(token -> !cache.usedOn(token, day)).toList();
    if (!first.isEmpty()) {
      table.used(first, day);
      if (keyring.lookupVersions().size() > 1) {
        table.rehash(first);
      }
    }
    persons.forEach((token, person) -> cache.remember(token, person, day));
  }

  void revoke(String token, Instant now) {
    table.revoke(token, now);
    afterCommit(() -> cache.forget(token));
  }

  int forget(List<Long> persons) {
    int forgotten = table.forget(persons);
    afterCommit(cache::forgetAll);
    return forgotten;
  }

  private static void afterCommit(Runnable forget) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      forget.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            forget.run();
          }
        });
  }
}
