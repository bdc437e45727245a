package vn.lachan.app.program.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import vn.lachan.app.program.OperatingException;
import vn.lachan.app.program.backup.Words.BackupRefusal;

/** How the commands speak, and with which status they end. */
final class CommandConsole {
  private static final int REFUSED = 1;
  private static final int STEP_PERCENT = 10;

  private final PrintStream out;

  CommandConsole() {
    this.out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  interface Work {
    void run() throws IOException, SQLException;
  }

  void end(Work work) {
    LoggingSystem.get(CommandConsole.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    System.exit(status(work));
  }

  void say(String key, Object... values) {
    out.println(Words.both(key, values));
  }

  /** A line every tenth of the way. */
  Progress progress(String key) {
    var said =
        new Object() {
          int percent = -1;
        };
    return (done, total) -> {
      if (said.percent < 0) {
        said.percent = 0;
        say(key);
      }
      int percent = total == 0 ? 100 : (int) (done * 100 / total);
      if (percent >= said.percent + STEP_PERCENT) {
        said.percent = percent - percent % STEP_PERCENT;
        out.println("  " + said.percent + " %  " + Sizes.text(done));
      }
    };
  }

  private int status(Work work) {
    try {
      work.run();
      return 0;
    } catch (BackupRefusal | OperatingException e) {
      out.println(e.getMessage());
    } catch (IOException | SQLException e) {
      say("program.backup.failed", String.valueOf(e));
    }
    return REFUSED;
  }
}
