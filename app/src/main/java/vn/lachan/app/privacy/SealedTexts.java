package vn.lachan.app.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;

/**
 * What people type, as fields with names. Free text may name anybody, so all of it is sealed, each
 * under a key of its own, bound to what it belongs to.
 */
@Component
class SealedTexts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> FIELDS =
      new TypeReference<>() {};

  private final SealedTextTable table;
  private final Keyring keyring;
  private final PrivacySettings settings;

  SealedTexts(SealedTextTable table, Keyring keyring, PrivacySettings settings) {
    this.table = table;
    this.keyring = keyring;
    this.settings = settings;
  }

  /**
   * Keeps what is not empty; answers its number.
   *
   * @throws Refusal {@code privacy.refused.text-too-long}
   */
  long keep(UUID owner, Map<String, ? extends @Nullable String> fields) {
    return table.insert(owner, sealed(owner, fields));
  }

  /** The same, or null where nothing was written. */
  @Nullable Long keepIfAny(UUID owner, String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : (Long) keep(owner, Map.of(field, text));
  }

  /** Seals anew, under a new key; what stood there before is gone. */
  void replace(long number, UUID owner, Map<String, ? extends @Nullable String> fields) {
    table.replace(number, sealed(owner, fields));
  }

  /** Empty once destroyed. */
  Map<String, String> open(long number, UUID owner) {
    Optional<Sealed> sealed = table.find(number, owner);
    return sealed.isEmpty()
        ? Map.of()
        : JSON.readValue(keyring.open(sealed.get(), owner.toString()), FIELDS);
  }

  private Sealed sealed(UUID owner, Map<String, ? extends @Nullable String> fields) {
    Map<String, String> kept = new LinkedHashMap<>();
    fields.forEach(
        (name, text) -> {
          if (text != null && !text.isBlank()) {
            kept.put(name, checked(text.strip()));
          }
        });
    return keyring.seal(JSON.writeValueAsString(kept), owner.toString());
  }

  private String checked(String text) {
    if (text.length() > settings.textLetters()) {
      throw Refusal.invalid("privacy.refused.text-too-long", settings.textLetters());
    }
    return text;
  }
}
