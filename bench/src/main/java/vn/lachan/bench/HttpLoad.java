package vn.lachan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A load of POST requests over kept connections (HTTP/1.1), as lean as it gets, because it shares
 * its processors with what it measures. An answer other than 2xx ends the measurement.
 */
final class HttpLoad {
  private static final int REQUESTS_A_CONNECTION = 5_000;

  private final int port;
  private final String token;
  private final int connections;

  HttpLoad(int port, String token, int connections) {
    this.port = port;
    this.token = token;
    this.connections = connections;
  }

  /** Requests answered in a second. */
  double perSecond(String path, Supplier<String> body, int seconds) throws InterruptedException {
    var answered = new AtomicLong();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long begun = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    var failure = new AtomicReference<String>("");
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      answered.addAndGet(drive(path, body, end));
                    } catch (IOException | IllegalStateException e) {
                      failure.set(String.valueOf(e.getMessage()));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failure.get().isEmpty()) {
      throw new IllegalStateException(failure.get());
    }
    return answered.get() / ((System.nanoTime() - begun) / 1e9);
  }

  private long drive(String path, Supplier<String> body, long end) throws IOException {
    long count = 0;
    while (System.nanoTime() < end) {
      count += driveOnce(path, body, end);
    }
    return count;
  }

  /** One connection, for as many requests as the server keeps it. */
  private long driveOnce(String path, Supplier<String> body, long end) throws IOException {
    long count = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
      for (int i = 0; i < REQUESTS_A_CONNECTION && System.nanoTime() < end; i++) {
        out.write(request(path, body.get()));
        read(in);
        count++;
      }
    }
    return count;
  }

  private byte[] request(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  private static void read(InputStream in) throws IOException {
    String status = line(in);
    long length = -1;
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    String content =
        chunked
            ? chunks(in)
            : new String(in.readNBytes((int) Math.max(0, length)), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IllegalStateException(status + " " + content);
    }
  }

  private static String chunks(InputStream in) throws IOException {
    var content = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(line(in).strip(), 16);
      content.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
      line(in);
      if (size == 0) {
        return content.toString();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new UncheckedIOException(new IOException("connection closed"));
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
