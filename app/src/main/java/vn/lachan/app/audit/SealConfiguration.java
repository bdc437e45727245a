package vn.lachan.app.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.ProgramSettings;

/** The parts of the seal that need what lies outside the database. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {
  @Bean
  SealingKeys sealingKeys(ProgramSettings program) {
    return new SealingKeys(program.dataFolder().resolve("keys"), System.getenv());
  }

  @Bean
  Sealer sealer(
      BlockTable blocks,
      SealTable table,
      SealingKeys keys,
      AuditSettings settings,
      TransactionTemplate transactions) {
    return new Sealer(blocks, table, keys, settings.blockEntries(), transactions);
  }

  @Bean
  HeadFile headFile(AuditSettings settings, ProgramSettings program) {
    return HeadFile.of(settings.anchorFile(), program.dataFolder());
  }
}
