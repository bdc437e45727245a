package vn.lachan.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stands for a program that is killed: after so many statements and commits of a transaction the
 * next one does not happen any more, and everything that was not committed is rolled back. Whether
 * a commit itself still happened is left open, as it is in life.
 */
public final class CrashingDataSource extends DelegatingDataSource {
  private static final int NEVER = -1;
  private int callsLeft = NEVER;
  private boolean commits;

  public CrashingDataSource(DataSource target) {
    super(target);
  }

  /** The program died. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** {@code commits} says whether a commit that is hit happens before the crash. */
  public void crashAfter(int calls, boolean commitsFirst) {
    callsLeft = calls;
    commits = commitsFirst;
  }

  public void runOn() {
    callsLeft = NEVER;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    InvocationHandler handler = (proxy, method, arguments) -> call(connection, method, arguments);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private @Nullable Object call(
      Connection connection, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    boolean commit = method.getName().equals("commit");
    if ((commit || method.getName().equals("prepareStatement")) && callsLeft != NEVER) {
      if (callsLeft == 0) {
        callsLeft = NEVER;
        if (commit && commits) {
          connection.commit();
        }
        throw new Crash();
      }
      callsLeft--;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
