package vn.lachan.engine.form;

/** How much of anything a form may have; each limit is far above what a person can fill in. */
public final class FormLimits {
  /** Characters of one JSON text. */
  public static final int JSON_CHARACTERS = 1_000_000;

  /** Objects, arrays, texts, numbers and flags of one JSON text. */
  public static final int JSON_VALUES = 100_000;

  /** How deep objects and arrays nest; an answer's item costs four levels. */
  public static final int JSON_DEPTH = 64;

  /** Items of a questionnaire, and of a response. */
  public static final int ITEMS = 2_000;

  /** How deep items nest. */
  public static final int ITEM_DEPTH = 10;

  /** Options of one question. */
  public static final int OPTIONS = 2_000;

  /** Options of all questions, those of a shared value set counted once a question. */
  public static final int OPTIONS_IN_ALL = 50_000;

  /** Conditions (enableWhen) of one questionnaire. */
  public static final int CONDITIONS = 2_000;

  /** Answers of a response. */
  public static final int ANSWERS = 5_000;

  /** Occurrences of a repeating group, and answers to a repeating question, in a web form. */
  public static final int OCCURRENCES = 50;

  /** Characters of one answer, whatever the questionnaire allows. */
  public static final int ANSWER_CHARACTERS = 10_000;

  /** Characters of a linkId, as FHIR advises. */
  public static final int LINK_ID_CHARACTERS = 255;

  /** Digits before the point, and after it, that a decimal may have. */
  public static final int WHOLE_DIGITS = 12;

  public static final int FRACTION_DIGITS = 6;

  /** Refusals and faults told of one text; who mends these sees the next. */
  public static final int FAULTS = 200;

  /** Warning rules of one set. */
  public static final int RULES = 200;

  /** How deep all and any nest in a warning rule. */
  public static final int RULE_DEPTH = 6;

  private FormLimits() {}
}
