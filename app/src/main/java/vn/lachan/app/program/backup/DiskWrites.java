package vn.lachan.app.program.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Forces files onto the disk, many at once: one journal commit then serves several of them. */
final class DiskWrites {
  private static final int AT_ONCE = 32;

  private DiskWrites() {}

  static void force(List<Path> files) throws IOException {
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> writes = new ArrayList<>();
      for (Path file : files) {
        writes.add(workers.submit(() -> force(file)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("Cannot write to the disk", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while writing to the disk", e);
    }
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
