package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What limits an answer: maxLength and FHIR R4's extensions minLength, minValue, maxValue,
 * maxDecimalPlaces, questionnaire-minOccurs, questionnaire-maxOccurs, questionnaire-unit and
 * questionnaire-unitOption.
 *
 * @param units the units a quantity may have; any where empty
 */
public record Bounds(
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable Value min,
    @Nullable Value max,
    @Nullable Integer maxDecimalPlaces,
    @Nullable Integer minOccurs,
    @Nullable Integer maxOccurs,
    List<Option> units) {}
