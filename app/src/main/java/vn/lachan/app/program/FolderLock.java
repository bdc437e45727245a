package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes sure that one data folder serves one running program. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    PrivateFiles.createFolder(folder);
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new OperatingException(
            "Another Lá Chắn is running on the data folder "
                + folder
                + ". Stop it first, or choose another folder with --data.");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + folder, e);
    }
  }

  /** Whether another process holds the folder; a folder that does not exist is nobody's. */
  static boolean isTaken(Path folder) {
    Path file = folder.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the lock of " + folder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the folder's lock", e);
    }
  }
}
