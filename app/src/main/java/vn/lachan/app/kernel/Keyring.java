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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two keys that lie outside the database. The master key (AES-256-GCM) wraps a random key for
 * each sealed thing; the look-up key (HMAC-SHA256 as a pseudo-random function) makes keyed hashes
 * for exact look-up. Both are Tink keysets: several versions may live side by side, the primary one
 * is used for what is new, so that they rotate while the program runs. An old version stays until
 * an operator retires it, so that what it sealed or hashed stays readable.
 */
public final class Keyring {
  private static final int DATA_KEY_BYTES = 32;
  private static final int HASH_BYTES = 16;

  private static final String MASTER_TEMPLATE = "AES256_GCM";
  private static final String LOOKUP_TEMPLATE = "HMAC_SHA256_PRF";

  /** Bytes before a ciphertext of Tink: a mark, then the number of the key's version. */
  private static final int PREFIX_BYTES = 5;

  private final SecureRandom random = new SecureRandom();
  private volatile Keysets keysets;
  private volatile @Nullable Keeper keeper;

  private Keyring(KeysetHandle master, KeysetHandle lookup) throws GeneralSecurityException {
    this.keysets = Keysets.of(master, lookup);
  }

  /** New random keys, for a first start. */
  public static Keyring generate() {
    try {
      registerPrimitives();
      return new Keyring(newKeyset(MASTER_TEMPLATE), newKeyset(LOOKUP_TEMPLATE));
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
    return text(keysets.master());
  }

  public String lookupText() {
    return text(keysets.lookup());
  }

  /** Where new versions are kept from now on; without one no version can be added. */
  public void keepWith(Keeper place) {
    this.keeper = place;
  }

  /** Whether versions can be added here, or only where the keys come from. */
  public boolean mayAddVersions() {
    return keeper != null;
  }

  /** Makes a new version of the master key that seals all that is new; returns it. */
  public synchronized int addMasterVersion() {
    return change(withNewVersion(keysets.master(), MASTER_TEMPLATE), keysets.lookup())
        .masterVersion();
  }

  /** Makes a new version of the look-up key that hashes all that is new; returns it. */
  public synchronized int addLookupVersion() {
    return change(keysets.master(), withNewVersion(keysets.lookup(), LOOKUP_TEMPLATE))
        .lookupVersion();
  }

  /**
   * Takes an old version of the master key away for good: what it still wraps is lost, so the
   * caller must know that it wraps nothing.
   *
   * @throws IllegalArgumentException when there is no such version, or it is the newest
   */
  public synchronized void removeMasterVersion(int version) {
    KeysetHandle master = keysets.master();
    if (version == keysets.masterVersion() || !masterVersions().contains(version)) {
      throw new IllegalArgumentException("Not an old version");
    }
    change(without(master, version), keysets.lookup());
  }

  /** All versions of the master key, the oldest first. */
  public List<Integer> masterVersions() {
    return versions(keysets.master());
  }

  /** All versions of the look-up key, the oldest first. */
  public List<Integer> lookupVersions() {
    return versions(keysets.lookup());
  }

  /** The version of the master key that wrapped this key. */
  public static int wrappedVersion(byte[] wrappedKey) {
    return ByteBuffer.wrap(wrappedKey, 1, PREFIX_BYTES - 1).getInt();
  }

  /** The same random key, wrapped by the newest version of the master key. */
  public byte[] rewrap(byte[] wrappedKey, String context) {
    Aead wrapping = keysets.wrapping();
    try {
      byte[] bound = bytes(context);
      return wrapping.encrypt(wrapping.decrypt(wrappedKey, bound), bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot wrap a stored key anew", e);
    }
  }

  /** The version of the master key that seals what is new. */
  public int masterVersion() {
    return keysets.masterVersion();
  }

  /** The version of the look-up key that hashes what is new. */
  public int lookupVersion() {
    return keysets.lookupVersion();
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
          keysets.wrapping().encrypt(key, bound), new AesGcmJce(key).encrypt(bytes(plain), bound));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal", e);
    }
  }

  /** Seals another text with the key that already belongs to its owner. */
  public byte[] sealWith(byte[] wrappedKey, String plain, String context) {
    try {
      byte[] bound = bytes(context);
      return new AesGcmJce(keysets.wrapping().decrypt(wrappedKey, bound))
          .encrypt(bytes(plain), bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal with a stored key", e);
    }
  }

  /**
   * Seals a text of another kind with the key that already belongs to its owner.
   *
   * @param owner the context under which the key was made
   * @param context binds the text to its own row
   */
  public byte[] sealWith(byte[] wrappedKey, String owner, String plain, String context) {
    try {
      return new AesGcmJce(keysets.wrapping().decrypt(wrappedKey, bytes(owner)))
          .encrypt(bytes(plain), bytes(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal with a stored key", e);
    }
  }

  /** Opens what {@link #sealWith(byte[], String, String, String)} sealed. */
  public String openWith(Sealed sealed, String owner, String context) {
    try {
      byte[] key = keysets.wrapping().decrypt(sealed.wrappedKey(), bytes(owner));
      return new String(
          new AesGcmJce(key).decrypt(sealed.content(), bytes(context)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot open a sealed row: other key or damaged", e);
    }
  }

  public String open(Sealed sealed, String context) {
    try {
      byte[] bound = bytes(context);
      byte[] key = keysets.wrapping().decrypt(sealed.wrappedKey(), bound);
      return new String(
          new AesGcmJce(key).decrypt(sealed.content(), bound), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot open a sealed row: other key or damaged", e);
    }
  }

  /** The keyed hash under which a value is stored; 16 bytes. The kind separates name spaces. */
  public byte[] hash(String kind, String value) {
    try {
      return keysets.hashing().computePrimary(bytes(kind + '\0' + value), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot hash", e);
    }
  }

  /** The hashes under all versions of the key, for finding what an older version stored. */
  public List<byte[]> hashes(String kind, String value) {
    byte[] input = bytes(kind + '\0' + value);
    List<byte[]> hashes = new ArrayList<>();
    try {
      for (Prf version : keysets.hashing().getPrfs().values()) {
        hashes.add(version.compute(input, HASH_BYTES));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot hash", e);
    }
    return hashes;
  }

  /** Kept first, used then: a version that could not be kept must seal nothing. */
  private Keysets change(KeysetHandle master, KeysetHandle lookup) {
    Keeper place = keeper;
    if (place == null) {
      throw new IllegalStateException("These keys are kept elsewhere");
    }
    try {
      Keysets changed = Keysets.of(master, lookup);
      place.keep(text(master), text(lookup));
      keysets = changed;
      return changed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot use a new version", e);
    }
  }

  private static KeysetHandle withNewVersion(KeysetHandle keyset, String template) {
    try {
      return KeysetHandle.newBuilder(keyset)
          .addEntry(
              KeysetHandle.generateEntryFromParametersName(template).withRandomId().makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a new version", e);
    }
  }

  private static KeysetHandle without(KeysetHandle keyset, int version) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
    builder.deleteAt(versions(keyset).indexOf(version));
    try {
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot take a version away", e);
    }
  }

  private static List<Integer> versions(KeysetHandle keyset) {
    List<Integer> versions = new ArrayList<>();
    for (int index = 0; index < keyset.size(); index++) {
      versions.add(keyset.getAt(index).getId());
    }
    return versions;
  }

  private static void registerPrimitives() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
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

  /** Where the keys lie: writes both texts durably, or throws. */
  @FunctionalInterface
  public interface Keeper {
    void keep(String masterText, String lookupText);
  }

  /** Both keysets with what is made of them, exchanged as one. */
  private record Keysets(KeysetHandle master, KeysetHandle lookup, Aead wrapping, PrfSet hashing) {
    static Keysets of(KeysetHandle master, KeysetHandle lookup) throws GeneralSecurityException {
      return new Keysets(
          master,
          lookup,
          master.getPrimitive(RegistryConfiguration.get(), Aead.class),
          lookup.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    int masterVersion() {
      return master.getPrimary().getId();
    }

    int lookupVersion() {
      return lookup.getPrimary().getId();
    }
  }
}
