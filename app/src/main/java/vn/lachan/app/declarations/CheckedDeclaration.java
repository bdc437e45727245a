package vn.lachan.app.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration whose answers were read: who is in charge, what follows.
 *
 * @param unit the commune in charge
 * @param said the level by the answers and what is public, for whoever typed them
 * @param fired codes of the rules that fired, each once
 * @param stays where the person says to have been
 * @param journey the ride or flight that was told of; null where there is none
 */
record CheckedDeclaration(
    NewDeclaration declaration,
    int unit,
    Level level,
    Level said,
    List<String> fired,
    List<SaidStay> stays,
    @Nullable SaidJourney journey) {
  CheckedDeclaration {
    fired = List.copyOf(fired);
    stays = List.copyOf(stays);
  }

  /** What the answers are sealed under, so that no row opens another's. */
  String thing() {
    return thing(declaration.key().toString());
  }

  static String thing(String key) {
    return "declarations.declaration:" + key;
  }

  @Override
  public String toString() {
    return "CheckedDeclaration[" + declaration.key() + "]";
  }
}
