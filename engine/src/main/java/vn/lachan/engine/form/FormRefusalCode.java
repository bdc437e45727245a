package vn.lachan.engine.form;

/**
 * Why a questionnaire, or a set of warning rules, is not used. Codes ending in UNSUPPORTED name
 * what FHIR allows and this engine does not; the others name a mistake.
 */
public enum FormRefusalCode {
  /** The text is not JSON; the detail is the character at which reading stopped. */
  JSON_MALFORMED,
  /** The text exceeds a limit of {@link FormLimits}. */
  JSON_TOO_LARGE,
  /** Not the resource, or the kind of rules, that was asked for. */
  RESOURCE_WRONG,
  /** An element has the wrong JSON type, or a value that its FHIR type does not allow. */
  ELEMENT_MALFORMED,
  /** An element that must be there is not. */
  ELEMENT_MISSING,
  /** No element of this name exists in FHIR R4 at this place. */
  ELEMENT_UNKNOWN,
  /** FHIR's, but not supported. */
  ELEMENT_UNSUPPORTED,
  /** An extension that is neither supported nor safe to ignore; the detail is its address. */
  EXTENSION_UNSUPPORTED,
  /** The item type; the detail is the type. */
  TYPE_UNSUPPORTED,
  /** A calculated expression that is not one of the plain sums. */
  EXPRESSION_UNSUPPORTED,
  /** A value set is composed of more than codes listed in it. */
  VALUE_SET_UNSUPPORTED,
  /** A value set is neither contained nor given; the detail is its address. */
  VALUE_SET_UNKNOWN,

  /** More items than {@link FormLimits#ITEMS}, or deeper than {@link FormLimits#ITEM_DEPTH}. */
  ITEMS_TOO_MANY,
  OPTIONS_TOO_MANY,
  CONDITIONS_TOO_MANY,
  RULES_TOO_MANY,

  /** que-2: a linkId stands twice. */
  LINK_ID_TWICE,
  /** que-1: a group without items. */
  GROUP_EMPTY,
  /** que-1: a display with items. */
  DISPLAY_HAS_ITEMS,
  /** que-3, que-6, que-8, que-9: what only a question may have. */
  DISPLAY_HAS_QUESTION_PARTS,
  /** que-4: answerOption and answerValueSet. */
  OPTIONS_TWICE,
  /** que-5: options of an item that is no choice. */
  OPTIONS_OF_NO_CHOICE,
  /** A choice without options: nothing could ever be answered. */
  OPTIONS_MISSING,
  /** que-7: exists is compared with something other than a boolean. */
  EXISTS_NEEDS_BOOLEAN,
  /** que-8: a group has an initial value. */
  INITIAL_OF_GROUP,
  /** que-10: maxLength of a type that has none. */
  MAX_LENGTH_OF_WRONG_TYPE,
  /** que-11: answerOption and initial[x]. */
  INITIAL_BESIDE_OPTIONS,
  /** que-12: several conditions without enableBehavior. */
  BEHAVIOR_MISSING,
  /** que-13: several initial values of a question that does not repeat. */
  INITIAL_TOO_MANY,
  /** A value of another type than its question's. */
  VALUE_OF_WRONG_TYPE,
  /** An order is asked of values that have none. */
  OPERATOR_WITHOUT_ORDER,
  /** A condition names a question that is not there; the detail is the linkId. */
  QUESTION_UNKNOWN,
  /** A condition depends on itself, on an item inside it, or on items that depend on it. */
  CONDITION_CIRCULAR,
  /** Two warning rules with one code. */
  RULE_TWICE;

  /** True where FHIR allows it and only this engine does not. */
  public boolean isUnsupported() {
    return name().endsWith("_UNSUPPORTED");
  }
}
