package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PlaceCode;

/**
 * The address in a place's code: under the public address of the installation, or, while none is
 * set, under the one that the reader's browser used.
 */
@Component
class PlaceAddress {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ProgramSettings program;

  PlaceAddress(ProgramSettings program) {
    this.program = program;
  }

  String of(PlaceCode code, HttpServletRequest request) {
    return base(request) + "/d/" + code.symbols();
  }

  /** Whether a printed code would lead nowhere, or is not known to lead anywhere. */
  boolean isDoubtful(HttpServletRequest request) {
    return program.publicUrl().isEmpty() || THIS_MACHINE.stream().anyMatch(base(request)::contains);
  }

  /** What stands before the path. */
  String base(HttpServletRequest request) {
    return program.publicUrl().isEmpty()
        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        : program.publicUrl();
  }
}
