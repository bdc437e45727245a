package vn.lachan.engine.form;

import java.util.List;

/**
 * A calculated score: the sum of the weights of the answers to some questions, or to all where none
 * is named.
 */
record Sum(List<String> questions) {
  boolean counts(String linkId) {
    return questions.isEmpty() || questions.contains(linkId);
  }
}
