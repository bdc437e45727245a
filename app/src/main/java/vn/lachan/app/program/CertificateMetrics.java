package vn.lachan.app.program;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long the server's certificate is still valid, read off the file at each look, because the
 * file may be replaced while the program runs. Nothing is published without HTTPS of its own.
 */
@Component
class CertificateMetrics {
  CertificateMetrics(ProgramSettings settings, MeterRegistry metrics, Clock clock) {
    Path file = settings.certificate();
    if (file != null) {
      Gauge.builder("program.certificate.expiry.days", () -> daysLeft(file, clock.instant()))
          .register(metrics);
    }
  }

  /** Whole days until the first certificate of the chain ends; not a number: unreadable. */
  static double daysLeft(Path file, Instant now) {
    Instant end = firstEnd(file);
    return end == null ? Double.NaN : Duration.between(now, end).toDays();
  }

  private static @Nullable Instant firstEnd(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
          .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
          .min(Instant::compareTo)
          .orElse(null);
    } catch (IOException | CertificateException _) {
      return null;
    }
  }
}
