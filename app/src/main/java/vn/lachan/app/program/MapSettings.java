package vn.lachan.app.program;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of maps. Without tiles a map shows a grid and the names of units, and asks no server but
 * our own.
 *
 * @param tiles address of an operator's own tile server with {@code {z}}, {@code {x}} and {@code
 *     {y}}; empty for none. Its host is allowed as a source of pictures, nothing else is
 * @param credit whom the map credits for the tiles
 */
@ConfigurationProperties("program.map")
public record MapSettings(@DefaultValue("") String tiles, @DefaultValue("") String credit) {
  /** Errors: an address that is none stops the start. */
  public MapSettings {
    if (!tiles.isEmpty() && origin(tiles).isEmpty()) {
      throw new OperatingException(
          "program.map.tiles must be an http or https address with {z}, {x} and {y}");
    }
  }

  /** Scheme, host and port of the tile server; empty without one. */
  public String origin() {
    return origin(tiles);
  }

  private static String origin(String tiles) {
    boolean whole = tiles.contains("{z}") && tiles.contains("{x}") && tiles.contains("{y}");
    if (!whole || !tiles.matches("https?://[A-Za-z0-9.:-]+/[^\\s;,'\"]*")) {
      return "";
    }
    URI uri = URI.create(tiles.replaceAll("[{}]", ""));
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
