package vn.lachan.engine.form;

import java.util.List;

/**
 * What the rules say of a response.
 *
 * @param level the highest level of the rules that fired; green where none did
 * @param fired the codes of the rules that fired, in the order of the set
 */
public record WarningOutcome(WarningLevel level, List<String> fired) {}
