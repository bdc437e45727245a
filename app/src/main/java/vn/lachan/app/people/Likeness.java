package vn.lachan.app.people;

/** How near a stored name is to one that was typed. */
public enum Likeness {
  /** The same words in the same order, accents aside. */
  SAME,
  /** Every typed word is there, in another order or among others. */
  WORDS,
  /** With a typing error, an abbreviation or a word that is not there. */
  NEAR
}
