package vn.lachan.app.paper;

/** Who decides where two keyers read a sheet differently. The names are stored. */
public enum Settler {
  /** Whoever manages the batch; keyers see nothing but what they typed themselves. */
  OFFICER,
  /** The second keyer, who has the sheet at hand and is shown the fields that differ. */
  SECOND;

  public String key() {
    return this == OFFICER ? "paper.settler.officer" : "paper.settler.second";
  }
}
