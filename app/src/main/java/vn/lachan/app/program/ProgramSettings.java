package vn.lachan.app.program;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the program itself.
 *
 * @param dataFolder where the embedded database, keys, certificates and logs lie
 * @param publicUrl the address in every poster, code and message, without a slash at its end; empty
 *     means the address that {@code run} prints
 * @param demo {@code small} loads the drill province into an empty database
 * @param drill whether simulated parts (the handset page) are present; true with the demo
 * @param zone the zone in which people read times and days begin
 * @param trustForwardedHeaders whether {@code X-Forwarded-*} of a proxy is believed
 * @param certificate PEM file of the certificate chain; with {@code privateKey} turns HTTPS on
 * @param privateKey PEM file of the certificate's private key
 */
@ConfigurationProperties("program")
public record ProgramSettings(
    @DefaultValue("data") Path dataFolder,
    @DefaultValue("") String publicUrl,
    @DefaultValue("none") String demo,
    @DefaultValue("false") boolean drill,
    @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
    @DefaultValue("false") boolean trustForwardedHeaders,
    @Nullable Path certificate,
    @Nullable Path privateKey) {
  /** The address that stands in codes: {@code path} begins with a slash. */
  public String publicAddress(String path) {
    return publicUrl + path;
  }

  public boolean demoWanted() {
    return demo.equals("small");
  }
}
