package vn.lachan.app.kernel;

/** Limits that belong to no single module. */
public final class Limits {
  /** Rows of one page unless asked otherwise. */
  public static final int PAGE_ROWS = 50;

  /** Rows of one page at most. */
  public static final int PAGE_ROWS_MOST = 500;

  private Limits() {}

  /** Checks a page size that somebody asked for; errors: {@code kernel.page-size}. */
  public static int pageRows(int asked) {
    if (asked < 1 || asked > PAGE_ROWS_MOST) {
      throw Refusal.invalid("kernel.page-size", PAGE_ROWS_MOST);
    }
    return asked;
  }
}
