package vn.lachan.app.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often an account searches by name, counted for all copies of the program. */
@Component
class NameSearchTable {
  private static final Duration MEMORY = Duration.ofDays(1);

  private final JdbcClient jdbc;

  NameSearchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts one search and tells how many there were with it, in this minute and in a day. */
  Searches count(long account, Instant now) {
    jdbc.sql("delete from people.name_search where account = :account and minute < :old")
        .param("account", account)
        .param("old", Timestamp.from(now.minus(MEMORY)))
        .update();
    int thisMinute =
        jdbc.sql(
                """
                insert into people.name_search (account, minute, searches)
                values (:account, :minute, 1)
                on conflict (account, minute) do update set searches = name_search.searches + 1
                returning searches
                """)
            .param("account", account)
            .param("minute", Timestamp.from(now.truncatedTo(ChronoUnit.MINUTES)))
            .query(Integer.class)
            .single();
    int day =
        jdbc.sql("select sum(searches)::int from people.name_search where account = :account")
            .param("account", account)
            .query(Integer.class)
            .single();
    return new Searches(thisMinute, day);
  }

  record Searches(int thisMinute, int today) {}
}
