package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the extensions of one item say; one that is not known and not harmless is refused. */
final class Marks {
  final @Nullable Sum sum;
  final boolean hidden;
  final @Nullable String control;

  private final List<Option> units = new ArrayList<>();
  private @Nullable Source minValue;
  private @Nullable Source maxValue;
  private @Nullable Integer minLength;
  private @Nullable Integer maxDecimalPlaces;
  private @Nullable Integer minOccurs;
  private @Nullable Integer maxOccurs;

  Marks(Source source) {
    Sum calculated = null;
    boolean isHidden = false;
    String shownAs = null;
    for (Source extension : source.objects("extension")) {
      String url = extension.requiredText("url");
      switch (url) {
        case Extensions.CALCULATED -> calculated = SumReader.read(extension);
        case Extensions.HIDDEN -> isHidden = extension.flag("valueBoolean");
        case Extensions.ITEM_CONTROL -> shownAs = control(extension);
        default -> readBound(extension, url);
      }
    }
    this.sum = calculated;
    this.hidden = isHidden;
    this.control = shownAs;
  }

  Bounds bounds(@Nullable Integer maxLength, ItemType type) {
    return new Bounds(
        minLength,
        maxLength,
        value(minValue, type),
        value(maxValue, type),
        maxDecimalPlaces,
        minOccurs,
        maxOccurs,
        List.copyOf(units));
  }

  private void readBound(Source extension, String url) {
    switch (url) {
      case Extensions.MIN_VALUE -> minValue = extension;
      case Extensions.MAX_VALUE -> maxValue = extension;
      case Extensions.MIN_LENGTH -> minLength = extension.whole("valueInteger");
      case Extensions.MAX_DECIMAL_PLACES -> maxDecimalPlaces = extension.whole("valueInteger");
      case Extensions.MIN_OCCURS -> minOccurs = extension.whole("valueInteger");
      case Extensions.MAX_OCCURS -> maxOccurs = extension.whole("valueInteger");
      case Extensions.UNIT -> readUnit(extension, false);
      case Extensions.UNIT_OPTION -> readUnit(extension, true);
      default -> Extensions.refuseUnlessIgnored(extension, url);
    }
  }

  /** questionnaire-unit only says what a bare number means; unitOption is what may be chosen. */
  private void readUnit(Source extension, boolean choice) {
    Source coding = extension.object("valueCoding");
    Value value = ValueReader.readCode(coding);
    if (coding != null && value != null && choice) {
      LocalText text = LocalTextReader.read(coding, "display");
      units.add(new Option(value, text, null, false, false));
    }
  }

  private @Nullable Value value(@Nullable Source extension, ItemType type) {
    if (extension == null) {
      return null;
    }
    Value value = ValueReader.read(extension, "value");
    if (value != null && (!type.takes(value) || !type.hasOrder())) {
      extension.refuse(FormRefusalCode.VALUE_OF_WRONG_TYPE);
      return null;
    }
    return value;
  }

  private static @Nullable String control(Source extension) {
    Source concept = extension.object("valueCodeableConcept");
    List<Source> codings = concept == null ? List.of() : concept.objects("coding");
    return codings.isEmpty() ? null : codings.get(0).text("code");
  }
}
