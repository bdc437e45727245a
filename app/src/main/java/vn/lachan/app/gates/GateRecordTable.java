package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records were answered, and how. */
@Component
class GateRecordTable {
  private final JdbcClient jdbc;

  GateRecordTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, RecordAnswer> answers(long device, Collection<UUID> keys) {
    Map<UUID, RecordAnswer> found = new HashMap<>();
    jdbc.sql(
            """
            select key, outcome, code from gates.record
            where device = :device and key = any(:keys)
            """)
        .param("device", device)
        .param("keys", keys.toArray(UUID[]::new))
        .query(
            (row, index) ->
                new RecordAnswer(
                    Objects.requireNonNull(row.getObject("key", UUID.class)),
                    Objects.requireNonNull(row.getString("outcome")),
                    row.getString("code"),
                    List.of()))
        .list()
        .forEach(answer -> found.put(answer.key(), answer));
    return found;
  }

  void insert(
      long device,
      List<SealedRecord> records,
      List<String> kinds,
      List<RecordAnswer> answers,
      Instant now) {
    jdbc.sql(
            """
            insert into gates.record (device, key, sequence, kind, outcome, code, received_at)
            select :device, r.key, r.sequence, r.kind, r.outcome, r.code, :now
            from unnest(:keys::uuid[], :sequences::bigint[], :kinds::text[], :outcomes::text[],
              :codes::text[]) as r (key, sequence, kind, outcome, code)
            on conflict do nothing
            """)
        .param("device", device)
        .param("keys", records.stream().map(SealedRecord::key).toArray(UUID[]::new))
        .param("sequences", records.stream().map(SealedRecord::sequence).toArray(Long[]::new))
        .param("kinds", kinds.toArray(String[]::new))
        .param("outcomes", answers.stream().map(RecordAnswer::outcome).toArray(String[]::new))
        .param("codes", answers.stream().map(RecordAnswer::code).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  int forgetBefore(Instant at) {
    return jdbc.sql("delete from gates.record where received_at < :at")
        .param("at", Timestamp.from(at))
        .update();
  }
}
