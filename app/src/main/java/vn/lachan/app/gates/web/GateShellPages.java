package vn.lachan.app.gates.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/**
 * The gate's installable page. It is the same for everybody and holds nothing of anybody: what it
 * may do is decided by the device it runs on.
 */
@Controller
@Open("the page is empty; what it may do is decided by its device")
class GateShellPages {
  private static final String PAGE = "/gates/device/gate";
  private static final String FILES = "/gates/device/files/";
  private static final String SCAN = "/assets/scanner/scan.mjs";
  private static final String CAMERA = "/assets/scanner/camera.js";
  private static final String SCAN_WORKER = "/assets/scanner/scan-worker.js";
  private static final String FORM = "/assets/scanner/form.mjs";
  private static final String CODE = "/assets/scanner/code.mjs";
  private static final String PERSONAL_CODE = "/assets/scanner/personal-code.js";
  private static final String VERIFY = "/assets/scanner/verify.js";
  private static final List<String> SHARED =
      List.of(
          "/assets/portal/resident.css",
          "/assets/portal/shield.svg",
          SCAN,
          CAMERA,
          VERIFY,
          FORM,
          CODE,
          PERSONAL_CODE,
          SCAN_WORKER);
  private static final List<String> TEXT_FILES = List.of("gates", "visits", "people");
  private static final List<String> TEXT_KEYS =
      List.of(
          "gates.page.",
          "gates.trip.",
          "gates.refused.",
          "visits.scan.",
          "visits.gate.",
          "people.code.");

  private final GateFiles files;
  private final MessageSource messages;
  private final ProgramSettings program;
  private final ResourceUrlProvider addresses;
  private final JsonMapper json;

  GateShellPages(
      GateFiles files,
      MessageSource messages,
      ProgramSettings program,
      ResourceUrlProvider mvcResourceUrlProvider,
      JsonMapper json) {
    this.files = files;
    this.messages = messages;
    this.program = program;
    this.addresses = mvcResourceUrlProvider;
    this.json = json;
  }

  @GetMapping(PAGE)
  String page(Locale locale, Model model) {
    model.addAttribute("version", files.version());
    model.addAttribute("texts", texts(locale));
    model.addAttribute("drill", program.drill());
    model.addAttribute("scanner", address(SCAN).orElse(""));
    model.addAttribute("camera", address(CAMERA).orElse(""));
    model.addAttribute("scanWorker", address(SCAN_WORKER).orElse(""));
    model.addAttribute("form", address(FORM).orElse(""));
    model.addAttribute("code", address(CODE).orElse(""));
    model.addAttribute("personalCode", address(PERSONAL_CODE).orElse(""));
    model.addAttribute("verify", address(VERIFY).orElse(""));
    return "gates/gate";
  }

  /** The list of what it keeps stands in front of the worker's own text. */
  @GetMapping("/gates/device/worker.js")
  ResponseEntity<String> worker() {
    List<String> kept = new ArrayList<>(List.of(PAGE + "?lang=vi", PAGE + "?lang=en"));
    files.names().forEach(name -> kept.add(FILES + files.version() + "/" + name));
    SHARED.forEach(path -> address(path).ifPresent(kept::add));
    kept.add("/gates/device/manifest.webmanifest");
    String head =
        "const VERSION = %s;\nconst KEPT = %s;\n"
            .formatted(json.writeValueAsString(files.version()), json.writeValueAsString(kept));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
        .cacheControl(CacheControl.noCache())
        .body(head + new String(content("worker.js"), StandardCharsets.UTF_8));
  }

  @GetMapping("/gates/device/manifest.webmanifest")
  ResponseEntity<String> manifest(Locale locale) {
    Map<String, Object> manifest = new TreeMap<>();
    manifest.put("name", messages.getMessage("gates.page.title", null, locale));
    manifest.put("short_name", messages.getMessage("gates.page.short-name", null, locale));
    manifest.put("start_url", PAGE);
    manifest.put("scope", "/gates/device/");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#f7f8f9");
    manifest.put("theme_color", "#0f766e");
    manifest.put(
        "icons",
        List.of(
            Map.of(
                "src",
                address("/assets/portal/shield.svg").orElse("/assets/portal/shield.svg"),
                "sizes",
                "any",
                "type",
                "image/svg+xml",
                "purpose",
                "any")));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/manifest+json;charset=UTF-8"))
        .cacheControl(CacheControl.noCache())
        .body(json.writeValueAsString(manifest));
  }

  @GetMapping(FILES + "{version:[0-9a-f]{16}}/{name:[a-z-]+\\.(?:js|css)}")
  ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
    if (!version.equals(files.version())) {
      throw Refusal.notFound("portal.not-found");
    }
    String type = name.endsWith(".css") ? "text/css" : "text/javascript";
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(type + ";charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(content(name));
  }

  private byte[] content(String name) {
    return files.find(name).orElseThrow(() -> Refusal.notFound("portal.not-found"));
  }

  /** The versioned address of a shared file; empty where this build has none. */
  private Optional<String> address(String path) {
    return Optional.ofNullable(addresses.getForLookupPath(path));
  }

  private Map<String, String> texts(Locale locale) {
    Map<String, String> texts = new TreeMap<>();
    for (String file : TEXT_FILES) {
      for (String key : properties(file).stringPropertyNames()) {
        if (TEXT_KEYS.stream().anyMatch(key::startsWith)) {
          texts.put(key, messages.getMessage(key, null, locale));
        }
      }
    }
    return texts;
  }

  private static Properties properties(String file) {
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(
              new ClassPathResource("messages/" + file + ".properties"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the texts of gates", e);
    }
  }
}
