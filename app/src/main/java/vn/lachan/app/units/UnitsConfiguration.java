package vn.lachan.app.units;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the reference files once for memory and database alike. */
@Configuration(proxyBeanMethods = false)
class UnitsConfiguration {
  @Bean
  ReferenceTable referenceTable() {
    return ReferenceTable.load();
  }
}
