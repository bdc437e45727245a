package vn.lachan.app.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Requests of persons, and the restrictions that follow from them. */
@Component
class RequestTable {
  /** Requests whose clocks are set anew when the calendar changes. */
  private static final int CLOCKS_MOST = 5_000;

  private static final String COLUMNS =
      """
      select number, public_id, kind, way, received_at, person, identity_check, formal,
             third_parties, text, document, certainty, acknowledge_due, decision_due, extended_at,
             acknowledged_at, decided_at, outcome, refusal, closed_at
      from privacy.request
      """;

  private final JdbcClient jdbc;

  RequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The clocks of a request as the law of its day sets them. */
  record Clocks(
      @Nullable Instant acknowledgeDue,
      @Nullable Instant decisionDue,
      String document,
      String certainty) {}

  record Waiting(long number, Instant receivedAt) {}

  long insert(
      UUID publicId,
      NewRequest request,
      Clocks clocks,
      long text,
      byte @Nullable [] receipt,
      long by) {
    return jdbc.sql(
            """
            insert into privacy.request (public_id, kind, way, received_at, entered_by, formal,
              third_parties, text, receipt, document, certainty, acknowledge_due, decision_due)
            values (:id, :kind, :way, :received, :by, :formal, :thirdParties, :text, :receipt,
              :document, :certainty, :acknowledgeDue, :decisionDue)
            returning number
            """)
        .param("id", publicId)
        .param("kind", request.kind().name())
        .param("way", request.way().name())
        .param("received", Columns.time(request.receivedAt()))
        .param("by", by)
        .param("formal", request.formal())
        .param("thirdParties", request.thirdParties())
        .param("text", text)
        .param("receipt", receipt)
        .param("document", clocks.document())
        .param("certainty", clocks.certainty())
        .param("acknowledgeDue", Columns.timeOrNull(clocks.acknowledgeDue()))
        .param("decisionDue", Columns.timeOrNull(clocks.decisionDue()))
        .query((row, _) -> row.getLong("number"))
        .single();
  }

  Optional<StoredRequest> find(UUID publicId) {
    return jdbc.sql(COLUMNS + " where public_id = :id")
        .param("id", publicId)
        .query(RequestTable::row)
        .optional();
  }

  /** Locked, so that two officers do not take one step twice. */
  Optional<StoredRequest> lock(UUID publicId) {
    return jdbc.sql(COLUMNS + " where public_id = :id for update")
        .param("id", publicId)
        .query(RequestTable::row)
        .optional();
  }

  Optional<StoredRequest> byReceipt(List<byte[]> hashes) {
    return jdbc.sql(COLUMNS + " where receipt = any(:hashes::bytea[])")
        .param("hashes", hashes.toArray(byte[][]::new))
        .query(RequestTable::row)
        .optional();
  }

  /** Those to be done first in the order in which they are due; closed ones the latest first. */
  List<StoredRequest> list(RequestFilter filter, @Nullable Long after, Instant now, int rows) {
    String key =
        filter.closed()
            ? " and (:after::bigint is null or number < :after)"
            : """
               and (:after::bigint is null
                 or (due_at, number) > (select due_at, number from privacy.request where number = :after))
              """;
    return jdbc.sql(
            COLUMNS
                + (filter.closed() ? " where closed_at is not null" : " where closed_at is null")
                + " and (:kind::text is null or kind = :kind)"
                + (filter.overdueOnly() ? " and due_at < :now" : "")
                + key
                + (filter.closed() ? " order by number desc" : " order by due_at, number")
                + " limit :rows")
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("now", Columns.time(now))
        .param("after", after)
        .param("rows", rows)
        .query(RequestTable::row)
        .list();
  }

  RequestFigures figures(Instant now, Instant soon) {
    return jdbc.sql(
            """
            select count(*) as open, count(*) filter (where due_at < :now) as overdue,
                   count(*) filter (where due_at >= :now and due_at < :soon) as soon
            from privacy.request where closed_at is null
            """)
        .param("now", Columns.time(now))
        .param("soon", Columns.time(soon))
        .query(
            (row, _) ->
                new RequestFigures(row.getInt("open"), row.getInt("overdue"), row.getInt("soon")))
        .single();
  }

  List<StoredRequest> ofPersons(Collection<Long> records) {
    return jdbc.sql(COLUMNS + " where person = any(:persons) order by number")
        .param("persons", records.toArray(Long[]::new))
        .query(RequestTable::row)
        .list();
  }

  void identified(long number, long person, IdentityCheck check) {
    jdbc.sql(
            """
            update privacy.request set person = :person, identity_check = :check
            where number = :number
            """)
        .param("person", person)
        .param("check", check.name())
        .param("number", number)
        .update();
  }

  void acknowledged(long number, Instant now) {
    jdbc.sql("update privacy.request set acknowledged_at = :now where number = :number")
        .param("now", Columns.time(now))
        .param("number", number)
        .update();
  }

  void extended(long number, Instant until, Instant now) {
    jdbc.sql(
            """
            update privacy.request set extended_at = :now, decision_due = :until
            where number = :number
            """)
        .param("now", Columns.time(now))
        .param("until", Columns.time(until))
        .param("number", number)
        .update();
  }

  void decided(long number, Outcome outcome, @Nullable RefusalReason refusal, Instant now) {
    jdbc.sql(
            """
            update privacy.request set decided_at = :now, outcome = :outcome, refusal = :refusal
            where number = :number
            """)
        .param("now", Columns.time(now))
        .param("outcome", outcome.name())
        .param("refusal", refusal == null ? null : refusal.name())
        .param("number", number)
        .update();
  }

  void closed(long number, Instant now) {
    jdbc.sql("update privacy.request set closed_at = :now where number = :number")
        .param("now", Columns.time(now))
        .param("number", number)
        .update();
  }

  List<Waiting> unacknowledged() {
    return jdbc.sql(
            """
            select number, received_at from privacy.request
            where closed_at is null and acknowledged_at is null and acknowledge_due is not null
            order by due_at limit :most
            """)
        .param("most", CLOCKS_MOST)
        .query((row, _) -> new Waiting(row.getLong("number"), Columns.instant(row, "received_at")))
        .list();
  }

  void acknowledgeDue(long number, Instant due) {
    jdbc.sql("update privacy.request set acknowledge_due = :due where number = :number")
        .param("due", Columns.time(due))
        .param("number", number)
        .update();
  }

  void restrict(long person, long request, long by, Instant now) {
    jdbc.sql(
            """
            insert into privacy.restriction (person, request, since, by)
            values (:person, :request, :now, :by)
            """)
        .param("person", person)
        .param("request", request)
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  void liftRestrictions(Collection<Long> records, long by, Instant now) {
    jdbc.sql(
            """
            update privacy.restriction set lifted_at = :now, lifted_by = :by
            where person = any(:persons) and lifted_at is null
            """)
        .param("persons", records.toArray(Long[]::new))
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  /** Those of these records for whom a restriction stands. */
  Set<Long> restricted(Collection<Long> records) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct person from privacy.restriction
                where person = any(:persons) and lifted_at is null
                """)
            .param("persons", records.toArray(Long[]::new))
            .query((row, _) -> row.getLong("person"))
            .list());
  }

  private static StoredRequest row(ResultSet row, int index) throws SQLException {
    String check = row.getString("identity_check");
    String outcome = row.getString("outcome");
    String refusal = row.getString("refusal");
    return new StoredRequest(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        RequestKind.valueOf(Columns.text(row, "kind")),
        ReceivedBy.valueOf(Columns.text(row, "way")),
        Columns.instant(row, "received_at"),
        row.getObject("person", Long.class),
        check == null ? null : IdentityCheck.valueOf(check),
        row.getBoolean("formal"),
        row.getBoolean("third_parties"),
        row.getLong("text"),
        Columns.text(row, "document"),
        Columns.text(row, "certainty"),
        Columns.instantOrNull(row, "acknowledge_due"),
        Columns.instantOrNull(row, "decision_due"),
        Columns.instantOrNull(row, "extended_at"),
        Columns.instantOrNull(row, "acknowledged_at"),
        Columns.instantOrNull(row, "decided_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        refusal == null ? null : RefusalReason.valueOf(refusal),
        Columns.instantOrNull(row, "closed_at"));
  }
}
