package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;

/** Who sees which requests of agencies, and how they are put together. */
@Component
class AgencyReading {
  private final AgencyTable requests;
  private final Steps steps;
  private final Accounts accounts;

  AgencyReading(AgencyTable requests, Steps steps, Accounts accounts) {
    this.requests = requests;
    this.steps = steps;
    this.accounts = accounts;
  }

  /** Everybody sees their own; who approves, those in reach; who keeps the registers, all. */
  AgencyTable.Sight sight(Actor actor) {
    boolean keeps =
        actor.may(Permission.PRIVACY_MANAGE)
            && actor.require(Permission.PRIVACY_MANAGE).isEverywhere();
    boolean approves = actor.may(Permission.AGENCY_APPROVE);
    if (!keeps && !approves) {
      actor.require(Permission.AGENCY_REQUEST);
    }
    Reach reach = approves ? actor.require(Permission.AGENCY_APPROVE) : null;
    return new AgencyTable.Sight(actor.account(), reach, keeps);
  }

  AgencyTable.Row row(Actor actor, UUID id) {
    return requests.find(sight(actor), id).orElseThrow(AgencyReading::notFound);
  }

  List<AgencyRow> rows(List<AgencyTable.Row> stored, Instant now) {
    Map<Long, String> names =
        accounts.names(
            stored.stream()
                .flatMap(
                    row ->
                        Stream.concat(
                            Stream.of(row.enteredBy()),
                            Optional.ofNullable(row.decidedBy()).stream()))
                .distinct()
                .toList());
    List<AgencyRow> rows = new ArrayList<>();
    for (AgencyTable.Row row : stored) {
      rows.add(row(row, names, now));
    }
    return rows;
  }

  AgencyView view(Actor actor, AgencyTable.Row stored, boolean opened, Instant now) {
    AgencyRow row = rows(List.of(stored), now).getFirst();
    boolean approves = actor.may(Permission.AGENCY_APPROVE);
    boolean own = stored.enteredBy() == actor.account();
    boolean officers = approves || actor.may(Permission.PRIVACY_MANAGE);
    return new AgencyView(
        row,
        approves && !own && row.state() == AgencyRow.State.WAITING,
        officers && row.state() == AgencyRow.State.APPROVED,
        own && actor.may(Permission.AGENCY_REQUEST) && row.state() == AgencyRow.State.APPROVED,
        officers,
        steps.of(stored.publicId(), opened));
  }

  static Refusal notFound() {
    return Refusal.notFound("privacy.refused.not-found");
  }

  private static AgencyRow row(AgencyTable.Row stored, Map<Long, String> names, Instant now) {
    return new AgencyRow(
        stored.publicId(),
        stored.number(),
        stored.agency(),
        stored.purpose(),
        stored.caseNumber(),
        stored.stateAt(now),
        stored.asked(),
        stored.granted(),
        stored.persons(),
        stored.openings(),
        names.getOrDefault(stored.enteredBy(), ""),
        stored.enteredAt(),
        stored.decidedBy() == null ? null : names.get(stored.decidedBy()),
        stored.decidedAt(),
        stored.refusal(),
        stored.expiresAt());
  }
}
