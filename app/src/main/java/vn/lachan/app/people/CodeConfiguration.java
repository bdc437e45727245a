package vn.lachan.app.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lachan.app.program.ProgramSettings;

/** The part of personal codes that needs what lies outside the database. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {
  @Bean
  CodeKeys codeKeys(ProgramSettings program) {
    return new CodeKeys(program.dataFolder().resolve("keys"), System.getenv());
  }
}
