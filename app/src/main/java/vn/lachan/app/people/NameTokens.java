package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

/**
 * From the words of a name to the numbers that are stored and looked for. Each word leaves a token
 * of itself and one of every way to leave out a letter; two words with one error between them share
 * one. A token is the first {@value #BITS} bits of a keyed hash: unlike words share tokens, so that
 * a rare word cannot be read off.
 */
@Component
class NameTokens {
  /** Bits of a token; a change needs all rows written anew. */
  static final int BITS = 13;

  private static final String SPACE = "people.name-token";
  private static final char WHOLE = '=';
  private static final char SHORTENED = '-';
  private static final char YEAR = '#';

  private final Keyring keyring;

  NameTokens(Keyring keyring) {
    this.keyring = keyring;
  }

  /** What is stored of a record, under the newest version of the key. */
  Short[] stored(@Nullable String nameKey, @Nullable Integer birthYear) {
    Set<Short> tokens = new LinkedHashSet<>();
    for (String word : nameKey == null ? List.<String>of() : NameWords.of(nameKey)) {
      tokens.add(newest(WHOLE + word));
      NameWords.withoutOneLetter(word).forEach(shorter -> tokens.add(newest(SHORTENED + shorter)));
    }
    if (nameKey != null && birthYear != null) {
      tokens.add(newest(YEAR + Integer.toString(birthYear)));
    }
    return tokens.stream().sorted().toArray(Short[]::new);
  }

  /** Any of these means that a record has this very word, under any version of the key. */
  Set<Short> same(String word) {
    return anyVersion(List.of(WHOLE + word));
  }

  /** Any of these means that a record has the word or one an error away. */
  Set<Short> near(String word) {
    List<String> texts = new ArrayList<>(List.of(WHOLE + word, SHORTENED + word));
    for (String shorter : NameWords.withoutOneLetter(word)) {
      texts.add(WHOLE + shorter);
      texts.add(SHORTENED + shorter);
    }
    return anyVersion(texts);
  }

  /** Any of these means that a record has the year or one beside it: years are often misstated. */
  Set<Short> aboutYear(int year) {
    return anyVersion(List.of(YEAR + "" + (year - 1), YEAR + "" + year, YEAR + "" + (year + 1)));
  }

  private Set<Short> anyVersion(Collection<String> texts) {
    Set<Short> tokens = new LinkedHashSet<>();
    texts.forEach(text -> keyring.hashes(SPACE, text).forEach(hash -> tokens.add(cut(hash))));
    return tokens;
  }

  private short newest(String text) {
    return cut(keyring.hash(SPACE, text));
  }

  private static short cut(byte[] hash) {
    int first = ((hash[0] & 0xff) << 8) | (hash[1] & 0xff);
    return (short) (first >>> (16 - BITS));
  }
}
