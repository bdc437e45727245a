package vn.lachan.engine.scan;

import java.util.List;

/**
 * Something doubtful on an accepted card: it is shown to the keeper, who decides. Unlike those of a
 * refusal, the parameters may tell a person's sex or year of birth, so a warning is not logged.
 */
public record ScanWarning(WarningCode code, List<String> parameters) {
  public ScanWarning {
    parameters = List.copyOf(parameters);
  }
}
