package vn.lachan.app.units;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** Which positions of a list hold a word that begins as a given one does. */
final class WordIndex {
  private final TreeMap<String, Postings> byWord = new TreeMap<>();

  /** Rising positions only. */
  void add(int position, List<SearchText.Word> words) {
    for (SearchText.Word word : words) {
      byWord.computeIfAbsent(word.plain(), key -> new Postings()).add(position);
    }
  }

  BitSet beginningWith(String beginning) {
    var positions = new BitSet();
    byWord
        .subMap(beginning, beginning + Character.MAX_VALUE)
        .values()
        .forEach(postings -> postings.addTo(positions));
    return positions;
  }

  private static final class Postings {
    private int[] positions = new int[2];
    private int size;

    void add(int position) {
      if (size == positions.length) {
        positions = Arrays.copyOf(positions, size * 2);
      }
      positions[size++] = position;
    }

    void addTo(BitSet all) {
      for (int i = 0; i < size; i++) {
        all.set(positions[i]);
      }
    }
  }
}
