package vn.lachan.engine.form;

import java.util.Set;

/** The extensions that are read, and those that may be ignored without a change of meaning. */
final class Extensions {
  private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
  private static final String SDC =
      "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

  static final String TRANSLATION = CORE + "translation";
  static final String ORDINAL_VALUE = CORE + "ordinalValue";
  static final String ITEM_WEIGHT = CORE + "itemWeight";
  static final String OPTION_EXCLUSIVE = CORE + "questionnaire-optionExclusive";
  static final String ITEM_CONTROL = CORE + "questionnaire-itemControl";
  static final String HIDDEN = CORE + "questionnaire-hidden";
  static final String MIN_LENGTH = CORE + "minLength";
  static final String MIN_VALUE = CORE + "minValue";
  static final String MAX_VALUE = CORE + "maxValue";
  static final String MAX_DECIMAL_PLACES = CORE + "maxDecimalPlaces";
  static final String MIN_OCCURS = CORE + "questionnaire-minOccurs";
  static final String MAX_OCCURS = CORE + "questionnaire-maxOccurs";
  static final String UNIT = CORE + "questionnaire-unit";
  static final String UNIT_OPTION = CORE + "questionnaire-unitOption";
  static final String CALCULATED = SDC + "calculatedExpression";

  /** Looks and wording of help, never which answers are right. */
  private static final Set<String> IGNORED =
      Set.of(
          CORE + "questionnaire-choiceOrientation",
          CORE + "questionnaire-displayCategory",
          CORE + "questionnaire-optionPrefix",
          CORE + "questionnaire-sliderStepValue",
          CORE + "questionnaire-supportLink",
          CORE + "questionnaire-usageMode",
          CORE + "rendering-style",
          CORE + "rendering-xhtml",
          CORE + "rendering-markdown",
          CORE + "entryFormat",
          CORE + "designNote",
          CORE + "preferredTerminologyServer",
          CORE + "artifact-versionAlgorithm",
          CORE + "structuredefinition-standards-status",
          CORE + "structuredefinition-fmm",
          CORE + "structuredefinition-wg",
          SDC + "shortText",
          SDC + "openLabel",
          SDC + "choiceColumn",
          SDC + "width",
          SDC + "optionalDisplay",
          SDC + "entryMode",
          SDC + "preferredTerminologyServer",
          SDC + "performerType",
          SDC + "endpoint",
          SDC + "observationLinkPeriod",
          SDC + "observationExtract");

  private Extensions() {}

  static boolean isIgnored(String url) {
    return IGNORED.contains(url);
  }

  /** Refuses an extension that nobody reads, unless it may be ignored. */
  static void refuseUnlessIgnored(Source extension, String url) {
    if (!isIgnored(url)) {
      extension.refuse(FormRefusalCode.EXTENSION_UNSUPPORTED, url);
    }
  }
}
