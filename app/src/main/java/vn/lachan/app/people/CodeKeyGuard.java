package vn.lachan.app.people;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.OperatingException;

/**
 * Keeps a program from signing codes with a key that nobody else who uses this database believes: a
 * second copy that was started without the first one's key, or a restored database without its
 * keys. Whoever believes the newest key that the database names belongs to it, and may bring a
 * newer one.
 */
@Component
class CodeKeyGuard implements SmartInitializingSingleton {
  private final CodeKeys keys;
  private final IssuedCodeTable table;
  private final PersonalCodeSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CodeKeyGuard(
      CodeKeys keys,
      IssuedCodeTable table,
      PersonalCodeSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.keys = keys;
    this.table = table;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One copy at a time, so that of two that start at once on a new database one comes first. */
  @Override
  public void afterSingletonsInstantiated() {
    transactions.executeWithoutResult(
        status -> {
          table.lockKeys();
          boolean belongs = table.newestKey().map(this::isBelieved).orElse(true);
          if (!belongs && !settings.beginAnew()) {
            throw new OperatingException(refusal());
          }
          table.keep(keys.signing(), clock.instant());
        });
  }

  /** Before any key is made here: a file of a key that nobody wants must not lie about. */
  private boolean isBelieved(int newest) {
    return keys.areThere() && keys.believed(newest).isPresent();
  }

  private static String refusal() {
    return """
        Cơ sở dữ liệu này đã có khoá ký mã cá nhân, nhưng khoá đó không có ở đây.
        The database already has a key that signs personal codes, and it is not here. Give this copy the same key: \
        LACHAN_KEYS_CODES, or the files keys/codes-*.pem of the first copy or of the kept copy of the keys. \
        If the key is lost for good: start once with --people.codes.begin-anew=true; \
        every code issued so far is refused then.""";
  }
}
