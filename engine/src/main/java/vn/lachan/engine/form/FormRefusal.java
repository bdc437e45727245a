package vn.lachan.engine.form;

/**
 * One reason for which a questionnaire, or a set of rules, is not used.
 *
 * @param path where, as FHIRPath: {@code Questionnaire.item[2].enableWhen[0]}
 * @param code what is wrong there
 * @param detail the offending word, cut short; empty where the path says all
 */
public record FormRefusal(String path, FormRefusalCode code, String detail) {}
