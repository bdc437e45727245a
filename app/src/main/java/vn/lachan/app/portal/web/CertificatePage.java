package vn.lachan.app.portal.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** The certificate of the local authority, which phones install once for {@code run --lan}. */
@Controller
class CertificatePage {
  private final ProgramSettings settings;

  CertificatePage(ProgramSettings settings) {
    this.settings = settings;
  }

  @Open("a certificate is public")
  @GetMapping("/certificate")
  ResponseEntity<Resource> certificate() {
    Path file = settings.dataFolder().resolve("certificates").resolve("authority.crt");
    if (!Files.exists(file)) {
      throw Refusal.notFound("portal.not-found");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
        .body(new FileSystemResource(file));
  }
}
