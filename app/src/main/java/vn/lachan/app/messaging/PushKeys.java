package vn.lachan.app.messaging;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Pem;
import vn.lachan.app.program.KeyPairFiles;
import vn.lachan.app.program.OperatingException;

/**
 * The versions of the key by which push services know this program (VAPID, RFC 8292): private files
 * {@code push-1.pem}, {@code push-2.pem} … in the folder of keys. Browsers subscribe under the
 * highest; those that subscribed under an earlier one are sent to with that. The environment
 * ({@code LACHAN_KEYS_PUSH}, the text of such a file) comes first, for copies of the program that
 * share one database.
 */
final class PushKeys {
  static final String ENVIRONMENT = "LACHAN_KEYS_PUSH";

  private static final int ID_BYTES = 8;

  private final KeyPairFiles files;
  private final Map<String, String> environment;
  private volatile @Nullable Known known;

  /** One version; {@code id} is the beginning of the hash of its public point. */
  record Version(String id, String publicKey, VAPIDKeyPair pair) {}

  /** What was read last. */
  private record Known(Version newest, Map<String, Version> all) {}

  PushKeys(Path folder, Map<String, String> environment) {
    this.files = new KeyPairFiles(folder, "push");
    this.environment = environment;
  }

  /** Under which browsers subscribe now; made where there is none. */
  Version newest() {
    return known().newest();
  }

  Optional<Version> find(String id) {
    return Optional.ofNullable(known().all().get(id));
  }

  private Known known() {
    Known read = known;
    return read == null ? readOnce() : read;
  }

  private synchronized Known readOnce() {
    Known read = known;
    if (read == null) {
      if (!environment.containsKey(ENVIRONMENT) && files.newest().isEmpty()) {
        write();
      }
      read = read();
      known = read;
    }
    return read;
  }

  private Known read() {
    Map<String, Version> all = new LinkedHashMap<>();
    Version newest = null;
    for (Path file : files.pairs()) {
      newest = version(KeyPairFiles.read(file), file.toString());
      all.put(newest.id(), newest);
    }
    String text = environment.get(ENVIRONMENT);
    if (text != null) {
      newest = version(text, ENVIRONMENT);
      all.put(newest.id(), newest);
    }
    return new Known(Objects.requireNonNull(newest), Map.copyOf(all));
  }

  private void write() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      String publicText = Pem.write("PUBLIC KEY", pair.getPublic().getEncoded());
      files.add(publicText, Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()) + publicText);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java of this age has P-256", e);
    }
  }

  private static Version version(String text, String origin) {
    try {
      VAPIDKeyPair pair =
          VAPIDKeyPairs.of(
              PrivateKeySources.ofPKCS8Bytes(Pem.read(text, "PRIVATE KEY")),
              PublicKeySources.ofX509Bytes(Pem.read(text, "PUBLIC KEY")));
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(pair.extractPublicKeyInUncompressedForm());
      return new Version(
          HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES)),
          pair.extractPublicKeyInUncompressedFormAsString(),
          pair);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new OperatingException("No key of push messages in " + origin, e);
    }
  }
}
