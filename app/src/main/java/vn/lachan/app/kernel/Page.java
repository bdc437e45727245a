package vn.lachan.app.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list that is paged by key, never by offset, so that the thousandth page costs what
 * the first does.
 *
 * @param next the key after which the following page begins; null on the last page
 */
public record Page<T>(List<T> rows, @Nullable String next) {
  public Page {
    rows = List.copyOf(rows);
  }

  /** Cuts a list that was asked for one row more than a page holds. */
  public static <T> Page<T> of(List<T> rowsAndOneMore, int size, Function<? super T, String> key) {
    if (rowsAndOneMore.size() <= size) {
      return new Page<>(rowsAndOneMore, null);
    }
    List<T> rows = rowsAndOneMore.subList(0, size);
    return new Page<>(rows, key.apply(rows.getLast()));
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(rows.stream().<R>map(change).toList(), next);
  }
}
