package vn.lachan.engine.scan;

/**
 * Why a text was refused, one code a distinct mistake, so that a message can say what to do about
 * it. The parameters that come with a code stand in its comment as {0}, {1}; positions count from
 * 1.
 */
public enum RefusalCode {
  /** Nothing but blanks. */
  NOTHING_SCANNED,
  /** The text is longer than the {0} characters that are read. */
  TEXT_TOO_LONG,
  /** Some other code, or some other text. */
  TEXT_UNKNOWN,
  /** A web address, but neither of a place nor of a person. */
  ADDRESS_UNKNOWN,

  /** The place code lacks {0} characters. */
  PLACE_CODE_TOO_SHORT,
  /** The place code has {0} characters too many. */
  PLACE_CODE_TOO_LONG,
  /** Character {0} of the place code, {1}, is not one that codes use. */
  PLACE_CODE_CHARACTER_ILLEGAL,
  /** A character of the place code is wrong, or two are exchanged. */
  PLACE_CODE_CHECK_WRONG,

  /** The personal code does not begin with its prefix. */
  PERSONAL_CODE_PREFIX_MISSING,
  /** The personal code lacks {0} characters. */
  PERSONAL_CODE_TOO_SHORT,
  /** The personal code has {0} characters too many. */
  PERSONAL_CODE_TOO_LONG,
  /** Character {0} of the personal code, counted after its prefix, {1}, is not one codes use. */
  PERSONAL_CODE_CHARACTER_ILLEGAL,
  /** A character of the personal code is wrong, or two are exchanged. */
  PERSONAL_CODE_CHECK_WRONG,

  /** The signed code does not begin with its prefix. */
  SIGNED_CODE_PREFIX_MISSING,
  /** Character {0} of the signed code, counted after its prefix, is not one it uses. */
  SIGNED_CODE_CHARACTER_ILLEGAL,
  /** The signed code is of a version or kind that is not known here. */
  SIGNED_CODE_VERSION_UNKNOWN,
  /** The signed code holds {0} bytes, which no kind has: it was cut short or read wrongly. */
  SIGNED_CODE_LENGTH_WRONG,
  /** A part of the signed code cannot be: it was read wrongly, or made by somebody else. */
  SIGNED_CODE_DAMAGED,
  /** The code of a device without the device's proof. */
  SIGNED_CODE_PROOF_MISSING,

  /** Fields parted by bars, as on a card, but of no kind of card read here. */
  CARD_KIND_UNKNOWN,
  /** The citizen card has {0} fields, fewer than the {1} it must have. */
  CARD_FIELDS_MISSING,
  /** The card's address is longer than {0} characters. */
  CARD_ADDRESS_TOO_LONG,
  /** Character {0} of the card's address is one that an address must not hold. */
  CARD_ADDRESS_CHARACTER_ILLEGAL,
  /** The card's sex is neither Nam nor Nữ. */
  CARD_SEX_UNKNOWN,
  /** The old number is neither empty nor of 9 or 12 digits. */
  CARD_OLD_NUMBER_WRONG,
  /** The date of issue is not written as cards write dates. */
  CARD_ISSUE_DATE_UNREADABLE,
  /** The date of issue is not in the calendar. */
  CARD_ISSUE_DATE_IMPOSSIBLE,

  /** The name on the insurance card is not written as such cards are taken to write it. */
  INSURANCE_NAME_UNREADABLE,

  /** The national personal code has {0} fields instead of {1}. */
  NATIONAL_FIELD_COUNT_WRONG,
  /** The document number of the national personal code is missing or malformed. */
  NATIONAL_DOCUMENT_NUMBER_WRONG,
  /** The kind of declaration is neither 0 (own) nor 1 (on behalf). */
  NATIONAL_KIND_UNKNOWN,
  /** The number issued by the national platform is missing or malformed. */
  NATIONAL_QID_WRONG,

  /** The date of birth is not written as this code writes dates. */
  BIRTH_DATE_UNREADABLE,
  /** The date of birth is not in the calendar. */
  BIRTH_DATE_IMPOSSIBLE,

  /** The citizen number has a character other than a digit, at {0}. */
  CITIZEN_NUMBER_CHARACTER_ILLEGAL,
  /** The citizen number has {0} digits instead of {1}. */
  CITIZEN_NUMBER_LENGTH_WRONG,

  /** The phone number lacks {0} digits. */
  PHONE_TOO_SHORT,
  /** The phone number has {0} digits too many. */
  PHONE_TOO_LONG,
  /** Character {0} of the phone number is no digit and no separator. */
  PHONE_CHARACTER_ILLEGAL,
  /** The phone number is of another country. */
  PHONE_NOT_VIETNAMESE,
  /** The number begins neither with 0 nor with 84, or with digits no Vietnamese number has. */
  PHONE_PREFIX_UNKNOWN,

  /** The name is empty. */
  NAME_EMPTY,
  /** The name holds no letter. */
  NAME_WITHOUT_LETTER,
  /** The name is longer than {0} characters. */
  NAME_TOO_LONG,
  /** Character {0} of the name is a control character, or was lost in a wrong encoding. */
  NAME_CHARACTER_UNREADABLE,
  /** Character {0} of the name is markup. */
  NAME_HAS_MARKUP,
  /** Character {0} of the name is an invisible mark that turns the direction of writing. */
  NAME_HAS_DIRECTION_MARK
}
