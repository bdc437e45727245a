package vn.lachan.app.paper;

/** How forms share a page of A4. */
public enum Layout {
  /** One a page. */
  ONE,
  /** Two side by side on a page that lies, each of A5. */
  TWO;

  int perPage() {
    return this == ONE ? 1 : 2;
  }

  public String key() {
    return this == ONE ? "one" : "two";
  }
}
