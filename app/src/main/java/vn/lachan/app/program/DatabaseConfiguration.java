package vn.lachan.app.program;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The pools of the roles: {@code app} for work, {@code migrate} only while migrating. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int APP_CONNECTIONS = 16;
  private static final long CONNECTION_WAIT_MILLIS = 10_000;

  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAccess access) {
    var config = new HikariConfig();
    config.setPoolName("app");
    config.setJdbcUrl(access.url());
    config.setUsername(access.app().user());
    config.setPassword(access.app().password());
    config.setMaximumPoolSize(APP_CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
    List.of("reWriteBatchedInserts", "tcpKeepAlive")
        .forEach(name -> config.addDataSourceProperty(name, "true"));
    config.addDataSourceProperty("ApplicationName", "lachan");
    config.addDataSourceProperty("prepareThreshold", "3");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource migrateDataSource(DatabaseAccess access) {
    return new DriverManagerDataSource(
        access.url(), access.migrate().user(), access.migrate().password());
  }
}
