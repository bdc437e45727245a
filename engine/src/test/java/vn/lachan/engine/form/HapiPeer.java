package vn.lachan.engine.form;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** HAPI FHIR's validator for R4, offline: the second opinion on every verdict of the engine. */
final class HapiPeer {
  private final FhirContext context = FhirContext.forR4Cached();
  private final PrePopulatedValidationSupport given = new PrePopulatedValidationSupport(context);
  private final Map<String, IBaseResource> questionnaires = new HashMap<>();
  private final FhirValidator validator = context.newValidator();

  HapiPeer() {
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new Questionnaires(),
            given,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context));
    FhirInstanceValidator instance = new FhirInstanceValidator(chain);
    instance.setAnyExtensionsAllowed(true);
    instance.setErrorForUnknownProfiles(false);
    validator.registerValidatorModule(instance);
  }

  /** Makes a questionnaire known by a canonical address. */
  void addQuestionnaire(String canonical, String json) {
    questionnaires.put(canonical, parse(json));
  }

  /** Makes a value set or a code system known; anything else is passed over. */
  void addTerminology(IBaseResource resource) {
    switch (resource) {
      case ValueSet valueSet -> given.addValueSet(valueSet);
      case CodeSystem codeSystem -> given.addCodeSystem(codeSystem);
      default -> {}
    }
  }

  IBaseResource parse(String text) {
    return text.stripLeading().startsWith("<")
        ? context.newXmlParser().parseResource(text)
        : context.newJsonParser().parseResource(text);
  }

  String json(IBaseResource resource) {
    return context.newJsonParser().encodeResourceToString(resource);
  }

  /** The errors that HAPI finds; empty is its good verdict. */
  List<String> errors(String json) {
    try {
      return errorsOf(json);
    } catch (RuntimeException thrown) {
      return List.of("thrown: " + thrown.getMessage());
    }
  }

  private List<String> errorsOf(String json) {
    List<String> errors = new ArrayList<>();
    for (SingleValidationMessage message : validator.validateWithResult(json).getMessages()) {
      boolean unresolved = message.getMessage().contains("could not be resolved");
      if (unresolved || message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0) {
        errors.add(message.getLocationString() + " " + message.getMessage());
      }
    }
    return errors;
  }

  private final class Questionnaires implements IValidationSupport {
    @Override
    public FhirContext getFhirContext() {
      return context;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(
        @Nullable Class<T> type, String uri) {
      IBaseResource found = questionnaires.get(uri);
      return type != null && type.isInstance(found) ? type.cast(found) : null;
    }
  }
}
