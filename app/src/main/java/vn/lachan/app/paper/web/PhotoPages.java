package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.PaperSettings;
import vn.lachan.app.paper.SheetPhotos;

/** The photograph of one sheet: attached, looked at, and what became of it. */
@Controller
@Requires(Permission.PAPER_KEY)
class PhotoPages {
  private final SheetPhotos photos;
  private final Keying keying;
  private final PaperSettings settings;
  private final Clock clock;

  PhotoPages(SheetPhotos photos, Keying keying, PaperSettings settings, Clock clock) {
    this.photos = photos;
    this.keying = keying;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/paper/keying/{id}/sheets/{serial}")
  String sheet(Actor actor, @PathVariable UUID id, @PathVariable String serial, Model model) {
    model.addAttribute("batch", keying.batch(actor, id));
    model.addAttribute("sheet", keying.look(actor, id, serial));
    model.addAttribute("history", photos.history(actor, id, serial));
    model.addAttribute("photoMegabytes", settings.photoMegabytes());
    model.addAttribute("photoDays", settings.photoDays());
    model.addAttribute("mayRead", actor.may(Permission.PAPER_READ));
    return "paper/sheet";
  }

  @PostMapping("/paper/keying/{id}/sheets/{serial}/photo")
  String attach(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String serial,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      Model model,
      HttpServletResponse response)
      throws IOException {
    try {
      if (photo == null || photo.isEmpty()) {
        throw Refusal.invalid("paper.photo.refused.none");
      }
      photos.attach(actor, id, serial, photo.getBytes(), clock.instant());
      return "redirect:/paper/keying/" + id + "/sheets/" + serial;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return sheet(actor, id, serial, model);
    }
  }

  @GetMapping("/paper/keying/{id}/sheets/{serial}/photo.jpg")
  ResponseEntity<byte[]> show(Actor actor, @PathVariable UUID id, @PathVariable String serial) {
    byte[] image =
        photos
            .show(actor, id, serial, clock.instant())
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "paper.photo.refused.gone"));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(image);
  }
}
