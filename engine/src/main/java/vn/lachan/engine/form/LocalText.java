package vn.lachan.engine.form;

import java.util.Map;

/**
 * A text with its translations (FHIR R4 extension {@code
 * http://hl7.org/fhir/StructureDefinition/translation}).
 *
 * @param plain the text in the questionnaire's own language
 * @param translations by language tag in small letters, such as en
 */
public record LocalText(String plain, Map<String, String> translations) {
  public static final LocalText NONE = new LocalText("", Map.of());

  /** The text in the language; the plain text where there is no translation into it. */
  public String in(String language) {
    String exact = translations.get(language);
    int hyphen = language.indexOf('-');
    String broad = hyphen > 0 ? translations.get(language.substring(0, hyphen)) : null;
    return exact != null ? exact : broad != null ? broad : plain;
  }

  boolean isAnyLanguages(String text) {
    return plain.equals(text) || translations.containsValue(text);
  }
}
