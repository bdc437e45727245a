package vn.lachan.app.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * A form that is sent twice at once writes the same new thing into one session twice: the later one
 * counts. A session that ended meanwhile takes nothing in. The library's own statement fails at
 * both, after the form has had its effect.
 */
@Configuration
class SessionStorage {
  private static final String PUT =
      """
      insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
      select s.primary_id, v.name, v.bytes
      from (values (?::char(36), ?::varchar, ?::bytea)) as v (id, name, bytes)
      join %TABLE_NAME% s on s.primary_id = v.id
      on conflict (session_primary_id, attribute_name)
        do update set attribute_bytes = excluded.attribute_bytes
      """;

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesThatMeet() {
    return sessions -> sessions.setCreateSessionAttributeQuery(PUT);
  }
}
