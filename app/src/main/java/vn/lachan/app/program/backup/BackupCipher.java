package vn.lachan.app.program.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import vn.lachan.app.program.PrivateFiles;

/**
 * Seals the files of a backup with a key of its own (AES-256-GCM in segments). Each file is bound
 * to its backup and its name, so that none can be exchanged.
 */
final class BackupCipher {
  private final StreamingAead streaming;

  private BackupCipher(StreamingAead streaming) {
    this.streaming = streaming;
  }

  static BackupCipher read(Path keyFile) {
    try {
      StreamingAeadConfig.register();
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(keyFile), InsecureSecretKeyAccess.get());
      return new BackupCipher(
          keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
    } catch (GeneralSecurityException | IOException e) {
      throw Words.refusal("key-file", keyFile);
    }
  }

  static void makeKey(Path keyFile) {
    if (Files.exists(keyFile)) {
      throw Words.refusal("key-exists", keyFile);
    }
    try {
      StreamingAeadConfig.register();
      createParent(keyFile);
      PrivateFiles.write(
          keyFile,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM_HKDF_1MB")),
              InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a key", e);
    }
  }

  OutputStream seal(OutputStream target, String backup, String path) throws IOException {
    try {
      return streaming.newEncryptingStream(target, bound(backup, path));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal a backup", e);
    }
  }

  InputStream open(InputStream source, String backup, String path) {
    try {
      return streaming.newDecryptingStream(source, bound(backup, path));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot open a backup", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that is there already keeps its mode. */
  private static void createParent(Path keyFile) {
    Path parent = keyFile.toAbsolutePath().getParent();
    if (parent != null && !Files.exists(parent)) {
      PrivateFiles.createFolder(parent);
    }
  }

  private static byte[] bound(String backup, String path) {
    return (backup + '/' + path).getBytes(StandardCharsets.UTF_8);
  }
}
