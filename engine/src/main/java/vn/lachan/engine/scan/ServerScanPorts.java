package vn.lachan.engine.scan;

import java.text.Normalizer;

/** The ports of a JDK. Never reached from browser code, where {@code Normalizer} does not exist. */
public final class ServerScanPorts implements ScanPorts {
  @Override
  public String compose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
