package vn.lachan.app.declarations;

/**
 * A declaration with what was answered.
 *
 * @param responseJson a QuestionnaireResponse of FHIR R4
 */
public record OpenedDeclaration(DeclarationRow row, String responseJson) {
  @Override
  public String toString() {
    return "OpenedDeclaration[" + row.publicId() + "]";
  }
}
