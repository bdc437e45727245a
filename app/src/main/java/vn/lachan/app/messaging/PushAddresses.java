package vn.lachan.app.messaging;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses of push services are believed. A browser names the address and the program calls
 * it, so only known services are called, by HTTPS, and never anything inside the operator's own
 * network, whatever a name resolves to.
 */
class PushAddresses {
  private static final int LONGEST = 1_000;
  private static final String BELOW = "*.";

  private final List<String> services;
  private final Resolver resolver;

  PushAddresses(List<String> services, Resolver resolver) {
    this.services = services.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.resolver = resolver;
  }

  /** What a name stands for. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** The address, where it is one of a known service. */
  Optional<URI> known(String endpoint) {
    if (endpoint.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI address = new URI(endpoint);
      String host = address.getHost();
      boolean good =
          "https".equalsIgnoreCase(address.getScheme())
              && host != null
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null
              && isService(host.toLowerCase(Locale.ROOT));
      return good ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** Whether the name leads outside now; asked again before each sending. */
  boolean isOutside(URI address) throws UnknownHostException {
    InetAddress[] found = resolver.resolve(address.getHost());
    return found.length > 0 && Arrays.stream(found).noneMatch(PushAddresses::isInside);
  }

  private boolean isService(String host) {
    return services.stream()
        .anyMatch(
            name -> name.startsWith(BELOW) ? host.endsWith(name.substring(1)) : host.equals(name));
  }

  private static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean local = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
    return shared
        || local
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
