package vn.lachan.app.places.sheet;

/**
 * Something that the reader of a preview should know about the file.
 *
 * @param code the last part of a message key: {@code tcvn3}, {@code merged} and so on
 * @param count how many of it; 0 where it is not counted
 */
public record SheetNote(String code, int count) {}
