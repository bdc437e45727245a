package vn.lachan.engine.form;

/** What is wrong with a response, one code a distinct mistake. */
public enum FaultCode {
  /** The text is not JSON, or not a QuestionnaireResponse. */
  RESPONSE_MALFORMED,
  /** The response exceeds a limit of {@link FormLimits}. */
  RESPONSE_TOO_LARGE,
  /** An element of the response is malformed, or not one that FHIR R4 has there. */
  ELEMENT_MALFORMED,
  /** FHIR's, but not supported in an answer. */
  ELEMENT_UNSUPPORTED,
  /** The response is to another questionnaire, or another version of it. */
  QUESTIONNAIRE_WRONG,
  /** in-progress, completed, amended, entered-in-error and stopped are the states of a response. */
  STATUS_UNKNOWN,
  /** It was written outside the questionnaire's effective period. */
  AUTHORED_OUTSIDE_PERIOD,

  /** No item has this linkId. */
  LINK_ID_UNKNOWN,
  /** The item of this linkId stands elsewhere in the questionnaire. */
  ITEM_MISPLACED,
  /** The items are not in the questionnaire's order. */
  ITEM_ORDER_WRONG,
  /** An item stands twice that does not repeat, or a question whose answers should be listed. */
  ITEM_REPEATED,
  /** Answered although its condition does not hold. */
  ITEM_NOT_ENABLED,
  /** The text is not the question's in any language. */
  TEXT_DIFFERS,
  /** A group, or a text that is only shown, has answers. */
  ANSWER_NOT_EXPECTED,
  /** A question has items outside its answers, or a shown text has items. */
  ITEMS_NOT_EXPECTED,

  /** A required question has no answer, or a required group no items. */
  ANSWER_MISSING,
  /** Fewer answers than questionnaire-minOccurs. */
  ANSWERS_TOO_FEW,
  /** Several answers to a question that does not repeat, or more than it allows. */
  ANSWERS_TOO_MANY,
  /** One answer excludes the others that stand beside it. */
  ANSWER_EXCLUSIVE,
  /** The answer is of another type than the question. */
  ANSWER_TYPE_WRONG,
  /** The answer is not among the options. */
  ANSWER_NOT_OFFERED,
  /** The words are those of an option: the option should have been chosen. */
  ANSWER_IS_AN_OPTION,
  /** Text beyond maxLength, or beyond what is taken at all. */
  ANSWER_TOO_LONG,
  /** Text shorter than minLength. */
  ANSWER_TOO_SHORT,
  /** A line break in a question of one line. */
  ANSWER_HAS_LINE_BREAK,
  /** Below minValue. */
  ANSWER_TOO_SMALL,
  /** Above maxValue. */
  ANSWER_TOO_LARGE,
  /** More digits after the point than maxDecimalPlaces. */
  ANSWER_TOO_PRECISE,
  /** The quantity's unit is none of those offered. */
  ANSWER_UNIT_WRONG,
  /** The stated score is not the sum of its answers' weights. */
  SCORE_WRONG,

  /** What was typed cannot be read as the question's type. */
  INPUT_UNREADABLE
}
