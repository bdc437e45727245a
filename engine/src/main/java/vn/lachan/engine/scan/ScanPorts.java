package vn.lachan.engine.scan;

/**
 * What reading needs from the platform, because TeaVM has no {@code java.text.Normalizer}: the JDK
 * answers on the server ({@link ServerScanPorts}), {@code String.normalize} in the browser.
 */
public interface ScanPorts {
  /** The text in Unicode normalization form C; a text already in it comes back equal. */
  String compose(String text);
}
