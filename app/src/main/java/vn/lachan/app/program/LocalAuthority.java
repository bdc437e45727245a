package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A certificate authority of one's own for {@code run --lan}: phones allow a camera only over
 * HTTPS, so whoever wants to try the program with real phones installs this authority on them once.
 * Each start signs a fresh server certificate for the addresses that the machine has now; the
 * authority's key stays in the data folder, mode 600.
 */
final class LocalAuthority {
  private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);

  /** The longest that phones accept of a server certificate is 398 days. */
  private static final Duration SERVER_VALIDITY = Duration.ofDays(397);

  private static final X500Name NAME = new X500Name("CN=La Chan - mang noi bo");

  private final Path folder;

  LocalAuthority(Path folder) {
    this.folder = folder;
  }

  Path authorityCertificate() {
    return folder.resolve("authority.crt");
  }

  Path serverCertificate() {
    return folder.resolve("server.crt");
  }

  Path serverKey() {
    return folder.resolve("server.key");
  }

  private Path authorityKey() {
    return folder.resolve("authority.key");
  }

  /** Signs a server certificate for now, making the authority first where there is none. */
  void prepare(Instant now) {
    PrivateFiles.createFolder(folder);
    try {
      if (!Files.exists(authorityCertificate())) {
        KeyPair pair = Certificates.newKeyPair();
        PrivateFiles.write(
            authorityCertificate(),
            Certificates.pem(Certificates.authority(NAME, pair, now, AUTHORITY_VALIDITY)));
        PrivateFiles.write(authorityKey(), Certificates.pem(pair.getPrivate()));
      }
      KeyPair server = Certificates.newKeyPair();
      var signed =
          Certificates.server(
              NAME,
              Certificates.readPrivateKey(authorityKey()),
              server.getPublic(),
              addresses(),
              now,
              SERVER_VALIDITY);
      PrivateFiles.write(serverCertificate(), Certificates.pem(signed));
      PrivateFiles.write(serverKey(), Certificates.pem(server.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new OperatingException("Cannot make a local certificate: " + e.getMessage(), e);
    }
  }

  /** The machine's addresses in its local networks. */
  static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    try {
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (var address : Collections.list(network.getInetAddresses())) {
          if (address instanceof Inet4Address && !address.isLoopbackAddress() && network.isUp()) {
            addresses.add(address.getHostAddress());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the network addresses", e);
    }
    return addresses;
  }
}
