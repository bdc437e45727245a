package vn.lachan.app.units;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** Which names of a list hold a word that begins as a word of the query does. */
final class WordIndex {
  private final TreeMap<String, BitSet> namesByWord = new TreeMap<>();

  void add(int position, List<SearchText.Word> name) {
    for (SearchText.Word word : name) {
      namesByWord.computeIfAbsent(word.plain(), key -> new BitSet()).set(position);
    }
  }

  /** The positions of all names with which at least one word of the query begins. */
  BitSet candidates(List<SearchText.Word> query) {
    var candidates = new BitSet();
    for (SearchText.Word word : query) {
      String from = word.plain();
      namesByWord.subMap(from, from + Character.MAX_VALUE).values().forEach(candidates::or);
    }
    return candidates;
  }
}
