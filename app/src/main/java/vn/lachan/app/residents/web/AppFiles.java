package vn.lachan.app.residents.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Open;

/**
 * What makes the pages an app: the manifest, the page that opens without network, and the worker
 * that keeps it. None of them holds anything about anybody.
 */
@Controller
@Open("whoever installs the app is nobody yet")
class AppFiles {
  private static final List<String> KEPT =
      List.of(
          "/assets/portal/resident.css",
          "/assets/residents/residents.css",
          "/assets/residents/app.js",
          "/assets/residents/code.js",
          "/assets/residents/keys.js",
          "/assets/scanner/personal-code.js",
          "/assets/scanner/code.mjs",
          "/assets/portal/shield.svg");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final MediaType MANIFEST =
      MediaType.parseMediaType("application/manifest+json;charset=UTF-8");

  private final ResourceUrlProvider addresses;
  private final MessageSource messages;
  private final String script;
  private final JsonMapper json = JsonMapper.builder().build();

  AppFiles(ResourceUrlProvider addresses, MessageSource messages) {
    this.addresses = addresses;
    this.messages = messages;
    this.script = text("residents/worker.js");
  }

  @GetMapping("/residents/offline")
  String offline() {
    return "residents/offline";
  }

  /** The worker, with the addresses of what it keeps, which change with their content. */
  @GetMapping("/residents/worker.js")
  @ResponseBody
  ResponseEntity<String> worker() {
    List<String> kept = kept();
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .header("Service-Worker-Allowed", "/residents")
        .body(
            "const VERSION = \"%s\";\nconst KEPT = %s;\nconst WORDS = %s;\nconst ICON = %s;\n%s"
                .formatted(
                    version(kept),
                    json.writeValueAsString(kept),
                    json.writeValueAsString(Map.of("vi", words("vi"), "en", words("en"))),
                    json.writeValueAsString(address("/assets/residents/icon-192.png")),
                    script));
  }

  /** What a message on the screen says, whatever the notice says. */
  private Map<String, String> words(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return Map.of(
        "title", messages.getMessage("residents.push.shown.title", null, locale),
        "text", messages.getMessage("residents.push.shown.text", null, locale));
  }

  @GetMapping("/residents/manifest.webmanifest")
  @ResponseBody
  ResponseEntity<String> manifest(Locale locale) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", "/residents");
    manifest.put("name", messages.getMessage("residents.app.name", null, locale));
    manifest.put("short_name", "Lá Chắn");
    manifest.put("lang", locale.getLanguage());
    manifest.put("start_url", "/residents");
    manifest.put("scope", "/residents");
    manifest.put("display", "standalone");
    manifest.put("theme_color", "#0F766E");
    manifest.put("background_color", "#F7F8F9");
    manifest.put(
        "icons", List.of(icon("192", "any"), icon("512", "any"), icon("maskable-512", "maskable")));
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .cacheControl(CacheControl.noCache())
        .body(json.writeValueAsString(manifest));
  }

  private Map<String, String> icon(String name, String purpose) {
    String size = name.substring(name.lastIndexOf('-') + 1);
    return Map.of(
        "src",
        address("/assets/residents/icon-" + name + ".png"),
        "sizes",
        size + "x" + size,
        "type",
        "image/png",
        "purpose",
        purpose);
  }

  private List<String> kept() {
    return KEPT.stream().map(this::address).toList();
  }

  private String address(String path) {
    return Objects.requireNonNullElse(addresses.getForLookupPath(path), path);
  }

  private static String text(String resource) {
    try (InputStream in = AppFiles.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static String version(List<String> kept) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", kept).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 6));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
