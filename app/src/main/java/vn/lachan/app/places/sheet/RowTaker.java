package vn.lachan.app.places.sheet;

/** Takes rows one after the other. */
@FunctionalInterface
public interface RowTaker {
  /** Whether it wants the next. */
  boolean take(SheetRow row);
}
