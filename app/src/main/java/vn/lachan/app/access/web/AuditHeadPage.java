package vn.lachan.app.access.web;

import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.audit.Head;
import vn.lachan.app.audit.SealState;
import vn.lachan.app.audit.Seals;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;

/**
 * The head of the sealed record, to be kept where nobody who can change the record can change it
 * too: on paper with a code, as a line of text, or fetched by another machine.
 */
@Controller
class AuditHeadPage {
  private static final MediaType LINE = MediaType.parseMediaType("application/x-ndjson");

  private final Seals seals;

  AuditHeadPage(Seals seals) {
    this.seals = seals;
  }

  @Requires(Permission.AUDIT_READ)
  @GetMapping("/audit/head")
  String head(Actor reader, Model model) {
    AuditPage.requireWhole(reader);
    SealState state = seals.state();
    model.addAttribute("seal", state);
    model.addAttribute("key", seals.publicKey());
    Head head = state.head();
    model.addAttribute("code", head == null ? null : QrCode.of(head.line(), QrCode.Level.MEDIUM));
    return "access/audit-head";
  }

  @Requires(Permission.AUDIT_READ)
  @GetMapping({"/audit/head.jsonl", "/api/v1/audit/head"})
  ResponseEntity<String> line(Actor reader) {
    AuditPage.requireWhole(reader);
    Head head = seals.state().head();
    if (head == null) {
      throw Refusal.notFound("access.refused.audit-head");
    }
    return ResponseEntity.ok().contentType(LINE).body(head.line() + "\n");
  }

  /** A public key, so that an auditor can keep it and believe no other. */
  @Requires(Permission.AUDIT_READ)
  @GetMapping("/audit/key.pem")
  ResponseEntity<String> key(Actor reader) {
    AuditPage.requireWhole(reader);
    return ResponseEntity.ok()
        .contentType(Objects.requireNonNull(MediaType.TEXT_PLAIN))
        .body(seals.publicKey().text());
  }
}
