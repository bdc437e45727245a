package vn.lachan.app.kernel;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two keys that lie outside the database. The master key (AES-256-GCM) wraps a random key for
 * each sealed thing; the look-up key (HMAC-SHA256 as a pseudo-random function) makes keyed hashes
 * for exact look-up. Both are Tink keysets: several versions may live side by side, the primary one
 * is used for what is new, so that they rotate while the program runs.
 */
public final class Keyring {
  private static final int DATA_KEY_BYTES = 32;
  private static final int HASH_BYTES = 16;

  private final KeysetHandle master;
  private final KeysetHandle lookup;
  private final Aead wrapping;
  private final PrfSet hashing;
  private final SecureRandom random = new SecureRandom();

  private Keyring(KeysetHandle master, KeysetHandle lookup) throws GeneralSecurityException {
    this.master = master;
    this.lookup = lookup;
    this.wrapping = master.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.hashing = lookup.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
  }

  /** New random keys, for a first start. */
  public static Keyring generate() {
    try {
      registerPrimitives();
      return new Keyring(newKeyset("AES256_GCM"), newKeyset("HMAC_SHA256_PRF"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot generate keys", e);
    }
  }

  /**
   * Reads keys that {@link #masterText} and {@link #lookupText} wrote.
   *
   * @throws IllegalArgumentException when a text is no keyset
   */
  public static Keyring read(String masterText, String lookupText) {
    try {
      registerPrimitives();
      return new Keyring(parse(masterText), parse(lookupText));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a keyset", e);
    }
  }

  public String masterText() {
    return text(master);
  }

  public String lookupText() {
    return text(lookup);
  }

  /** The version of the master key that seals what is new. */
  public int masterVersion() {
    return master.getPrimary().getId();
  }

  /** All versions of the master key that can still open something. */
  public Set<Integer> masterVersions() {
    return versions(master);
  }

  /** All versions of the look-up key that still find something. */
  public Set<Integer> lookupVersions() {
    return versions(lookup);
  }

  /** The version of the look-up key that hashes what is new. */
  public int lookupVersion() {
    return lookup.getPrimary().getId();
  }

  /**
   * Seals a text with a new random key.
   *
   * @param context binds the result to its owner, so that rows cannot be exchanged; the same bytes
   *     open it
   */
  public Sealed seal(String plain, String context) {
    byte[] key = new byte[DATA_KEY_BYTES];
    random.nextBytes(key);
    try {
      byte[] bound = bytes(context);
      return new Sealed(
          wrapping.encrypt(key, bound), new AesGcmJce(key).encrypt(bytes(plain), bound));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal", e);
    }
  }

  /** Seals another text with the key that already belongs to its owner. */
  public byte[] sealWith(byte[] wrappedKey, String plain, String context) {
    try {
      byte[] bound = bytes(context);
      return new AesGcmJce(wrapping.decrypt(wrappedKey, bound)).encrypt(bytes(plain), bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal with a stored key", e);
    }
  }

  public String open(Sealed sealed, String context) {
    try {
      byte[] bound = bytes(context);
      byte[] key = wrapping.decrypt(sealed.wrappedKey(), bound);
      return new String(
          new AesGcmJce(key).decrypt(sealed.content(), bound), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot open a sealed row: other key or damaged", e);
    }
  }

  /** The keyed hash under which a value is stored; 16 bytes. The kind separates name spaces. */
  public byte[] hash(String kind, String value) {
    try {
      return hashing.computePrimary(bytes(kind + '\0' + value), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot hash", e);
    }
  }

  /** The hashes under all versions of the key, for finding what an older version stored. */
  public List<byte[]> hashes(String kind, String value) {
    byte[] input = bytes(kind + '\0' + value);
    List<byte[]> hashes = new ArrayList<>();
    try {
      for (Prf version : hashing.getPrfs().values()) {
        hashes.add(version.compute(input, HASH_BYTES));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot hash", e);
    }
    return hashes;
  }

  private static void registerPrimitives() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
  }

  private static Set<Integer> versions(KeysetHandle keyset) {
    return IntStream.range(0, keyset.size())
        .mapToObj(index -> keyset.getAt(index).getId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static KeysetHandle newKeyset(String template) throws GeneralSecurityException {
    return KeysetHandle.generateNew(KeyTemplates.get(template));
  }

  private static KeysetHandle parse(String text) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
  }

  private static String text(KeysetHandle keyset) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot write a keyset", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
