package vn.lachan.app.residents;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The address to which passkeys are bound. Browsers allow them on HTTPS under a name, and on this
 * machine itself; never under a bare number.
 *
 * @param id the name without scheme and port, the relying party's id
 * @param origin scheme, name and port, as browsers write them
 */
public record PasskeySite(String id, String origin) {
  private static final String THIS_MACHINE = "localhost";

  /**
   * Where passkeys can be used.
   *
   * @param publicUrl the program's address as set, or empty
   * @param here the address of the request; believed only where it is this machine's
   */
  public static Optional<PasskeySite> of(String publicUrl, String here) {
    if (!publicUrl.isEmpty()) {
      return parse(publicUrl);
    }
    return parse(here).filter(site -> site.id.equals(THIS_MACHINE));
  }

  private static Optional<PasskeySite> parse(String address) {
    URI uri = URI.create(address);
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null || !isAllowed(scheme, host)) {
      return Optional.empty();
    }
    String name = host.toLowerCase(Locale.ROOT);
    String port = uri.getPort() < 0 || isUsual(scheme, uri.getPort()) ? "" : ":" + uri.getPort();
    return Optional.of(new PasskeySite(name, scheme + "://" + name + port));
  }

  private static boolean isAllowed(String scheme, String host) {
    if (host.equals(THIS_MACHINE)) {
      return true;
    }
    boolean number = host.startsWith("[") || host.matches("[0-9.]+");
    return scheme.equals("https") && !number;
  }

  private static boolean isUsual(String scheme, int port) {
    return port == (scheme.equals("https") ? 443 : 80);
  }
}
