package vn.lachan.app.messaging;

import java.net.InetAddress;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lachan.app.program.ProgramSettings;

/** The part of push messages that needs what lies outside the program. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
  /** Said to push services where the operator set neither a contact nor an address. */
  private static final String NO_CONTACT = "mailto:khong-co@localhost";

  @Bean
  PushKeys pushKeys(ProgramSettings program) {
    return new PushKeys(program.dataFolder().resolve("keys"), System.getenv());
  }

  @Bean
  PushAddresses pushAddresses(PushSettings settings) {
    return new PushAddresses(settings.services(), InetAddress::getAllByName);
  }

  @Bean
  PushService pushService(
      PushSettings settings, PushAddresses addresses, PushKeys keys, ProgramSettings program) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    return new PushService(settings, addresses, keys, contact(settings, program), client);
  }

  private static String contact(PushSettings settings, ProgramSettings program) {
    if (!settings.contact().isEmpty()) {
      return settings.contact();
    }
    return program.publicUrl().startsWith("https:") ? program.publicUrl() : NO_CONTACT;
  }
}
