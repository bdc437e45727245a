package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Questionnaire.item.answerOption. */
final class OptionReader {
  private OptionReader() {}

  static List<Option> read(List<Source> sources) {
    List<Option> options = new ArrayList<>();
    for (Source source : sources) {
      Option option = options.size() > FormLimits.OPTIONS ? null : read(source);
      if (option != null) {
        options.add(option);
      }
    }
    return options;
  }

  /** The weight that stands as an extension of a coding, a concept or an option. */
  static @Nullable Decimal weight(Source holder) {
    Decimal weight = null;
    for (Source extension : holder.objects("extension")) {
      String url = extension.requiredText("url");
      if (url.equals(Extensions.ORDINAL_VALUE) || url.equals(Extensions.ITEM_WEIGHT)) {
        weight = extension.number("valueDecimal");
      } else {
        Extensions.refuseUnlessIgnored(extension, url);
      }
    }
    return weight;
  }

  private static @Nullable Option read(Source source) {
    Source coding = source.has("valueCoding") ? source.object("valueCoding") : null;
    LocalText text = text(source, coding);
    Decimal weight = coding == null ? null : weight(coding);
    boolean exclusive = false;
    for (Source extension : source.objects("extension")) {
      String url = extension.requiredText("url");
      switch (url) {
        case Extensions.ORDINAL_VALUE, Extensions.ITEM_WEIGHT ->
            weight = extension.number("valueDecimal");
        case Extensions.OPTION_EXCLUSIVE -> exclusive = extension.flag("valueBoolean");
        default -> Extensions.refuseUnlessIgnored(extension, url);
      }
    }
    boolean selected = source.flag("initialSelected");
    Value value = ValueReader.read(source, "value");
    source.ignore(Set.of("id"));
    source.finish(Set.of());
    if (value == null) {
      if (!ValueReader.hasAny(source, "value")) {
        source.refuse(FormRefusalCode.ELEMENT_MISSING);
      }
      return null;
    }
    if (!isOptionType(value)) {
      source.refuse(FormRefusalCode.VALUE_OF_WRONG_TYPE);
      return null;
    }
    LocalText shown = text.plain().isEmpty() ? new LocalText(value.shown(), Map.of()) : text;
    return new Option(value, shown, weight, selected, exclusive);
  }

  private static LocalText text(Source source, @Nullable Source coding) {
    if (coding != null) {
      return LocalTextReader.read(coding, "display");
    }
    return source.has("valueString") ? LocalTextReader.read(source, "valueString") : LocalText.NONE;
  }

  private static boolean isOptionType(Value value) {
    return value instanceof Value.Code
        || value instanceof Value.Words
        || value instanceof Value.Whole
        || value instanceof Value.Day
        || value instanceof Value.Time;
  }
}
