package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTests {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void theServerCertificateIsSignedByTheAuthorityAndTheAuthorityStays()
      throws IOException, GeneralSecurityException {
    var authority = new LocalAuthority(folder);
    authority.prepare(NOW);
    X509Certificate root = read(authority.authorityCertificate());
    authority.prepare(NOW);

    X509Certificate server = read(authority.serverCertificate());
    server.verify(root.getPublicKey());
    server.checkValidity(Date.from(NOW));
    assertThat(read(authority.authorityCertificate())).isEqualTo(root);
    assertThat(server.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
    assertThat(root.getBasicConstraints()).isZero();
  }

  @Test
  void theDaysUntilTheCertificateEndsAreKnown() throws IOException, GeneralSecurityException {
    var authority = new LocalAuthority(folder);
    authority.prepare(NOW);
    Path file = authority.serverCertificate();
    Instant end = read(file).getNotAfter().toInstant();

    assertThat(CertificateMetrics.daysLeft(file, end.minus(Duration.ofHours(73)))).isEqualTo(3);
    assertThat(CertificateMetrics.daysLeft(file, end.plus(Duration.ofDays(2)))).isEqualTo(-2);
    assertThat(CertificateMetrics.daysLeft(folder.resolve("none"), NOW)).isNaN();
  }

  private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }
}
