package vn.lachan.app.program;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock; everything else is told the time. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("vn.lachan.app")
@EnableScheduling
class ClockConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
