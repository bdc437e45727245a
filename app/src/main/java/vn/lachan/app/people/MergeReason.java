package vn.lachan.app.people;

/** On what ground two records are called one person. The names are stored. */
public enum MergeReason {
  DOCUMENT_SEEN,
  STATED_BY_PERSON,
  STATED_BY_HOUSEHOLD,
  TYPING_MISTAKE
}
