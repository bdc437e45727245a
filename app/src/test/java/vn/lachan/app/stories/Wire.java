package vn.lachan.app.stories;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a browser and the program, which can be cut, also between two bytes. */
final class Wire implements AutoCloseable {
  private static final int CHUNK = 4_096;

  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean isCut;
  private volatile String cutAfter = "";
  private volatile int bytesLeft;

  Wire(String address) throws IOException {
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    leadTo(address);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void leadTo(String address) {
    target = URI.create(address).getPort();
  }

  void cut() {
    isCut = true;
    open.forEach(Wire::closeQuietly);
  }

  void mend() {
    isCut = false;
  }

  /** Cuts it when so many bytes went to the program after a request to this path began. */
  void cutInside(String path, int bytes) {
    bytesLeft = bytes;
    cutAfter = path;
  }

  boolean isCut() {
    return isCut;
  }

  @Override
  public void close() {
    cut();
    closeQuietly(entrance);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket browser = entrance.accept();
        if (isCut) {
          browser.close();
        } else {
          join(browser);
        }
      } catch (IOException closed) {
        // The program or the browser is gone; the next connection is tried anew.
      }
    }
  }

  private void join(Socket browser) throws IOException {
    open.add(browser);
    try {
      Socket program = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(program);
      Thread.ofVirtual().start(() -> copy(browser, program, true));
      Thread.ofVirtual().start(() -> copy(program, browser, false));
    } catch (IOException nobodyThere) {
      browser.close();
    }
  }

  private void copy(Socket from, Socket to, boolean toProgram) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        int passed = toProgram ? passed(chunk, read) : read;
        out.write(chunk, 0, passed);
        out.flush();
        if (passed < read) {
          cut();
        }
      }
    } catch (IOException cutOrClosed) {
      // As in any network: whoever is at the ends sees it for themselves.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private synchronized int passed(byte[] chunk, int read) {
    boolean begins =
        !cutAfter.isEmpty()
            && new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(cutAfter);
    if (begins) {
      cutAfter = "";
    } else if (!cutAfter.isEmpty() || bytesLeft <= 0) {
      return read;
    }
    int passed = Math.min(read, bytesLeft);
    bytesLeft -= passed;
    return bytesLeft == 0 ? Math.min(passed, read - 1) : passed;
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
