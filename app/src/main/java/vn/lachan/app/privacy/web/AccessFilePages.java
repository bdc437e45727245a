package vn.lachan.app.privacy.web;

import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.AccessFiles;

/** The answer to a request for access: to print and hand over, or as a file. Each is an act. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
class AccessFilePages {
  private final AccessFiles files;
  private final AccessJson json;
  private final Clock clock;

  AccessFilePages(AccessFiles files, AccessJson json, Clock clock) {
    this.files = files;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/privacy/requests/{id}/access")
  String printed(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("file", files.make(actor, id, clock.instant()));
    model.addAttribute("requestId", id);
    return "privacy/access";
  }

  @PostMapping("/privacy/requests/{id}/access.json")
  ResponseEntity<byte[]> json(Actor actor, @PathVariable UUID id) {
    AccessFile file = files.make(actor, id, clock.instant());
    return Downloads.file("du-lieu-YC-" + file.request() + ".json", MediaType.APPLICATION_JSON)
        .body(json.write(file));
  }
}
