package vn.lachan.engine.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a text and the translations that stand beside it. */
final class LocalTextReader {
  private LocalTextReader() {}

  /** The member of this name with its extensions; empty where there is none. */
  static LocalText read(Source source, String name) {
    String plain = source.text(name);
    Source beside = source.object("_" + name);
    if (beside == null) {
      return plain == null ? LocalText.NONE : new LocalText(plain, Map.of());
    }
    Map<String, String> translations = new LinkedHashMap<>();
    for (Source extension : beside.objects("extension")) {
      String url = extension.requiredText("url");
      if (url.equals(Extensions.TRANSLATION)) {
        readTranslation(extension, translations);
      } else {
        Extensions.refuseUnlessIgnored(extension, url);
      }
    }
    beside.ignore(java.util.Set.of("id"));
    beside.finish(java.util.Set.of());
    return new LocalText(plain == null ? "" : plain, Map.copyOf(translations));
  }

  /** The designations of a concept: FHIR's other way to say a text in more languages. */
  static LocalText readDesignations(Source concept) {
    LocalText text = read(concept, "display");
    Map<String, String> translations = new LinkedHashMap<>(text.translations());
    for (Source designation : concept.objects("designation")) {
      String language = designation.text("language");
      String value = designation.requiredText("value");
      if (language != null) {
        translations.put(language.toLowerCase(Locale.ROOT), value);
      }
    }
    return new LocalText(text.plain(), Map.copyOf(translations));
  }

  private static void readTranslation(Source extension, Map<String, String> translations) {
    String language = "";
    String content = "";
    for (Source part : extension.objects("extension")) {
      switch (part.requiredText("url")) {
        case "lang" -> language = part.requiredText("valueCode");
        case "content" ->
            content =
                part.requiredText(part.has("valueMarkdown") ? "valueMarkdown" : "valueString");
        default -> part.refuse(FormRefusalCode.ELEMENT_UNKNOWN);
      }
    }
    if (language.isEmpty() || content.isEmpty()) {
      extension.refuse(FormRefusalCode.ELEMENT_MISSING);
    } else {
      translations.put(language.toLowerCase(Locale.ROOT), content);
    }
  }
}
