package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

@Component
class KeeperDesk implements Keepers {
  private static final int WAITING_AT_MOST = 20;
  private static final int KEEPERS_AT_MOST = 50;

  private final InvitationTable invitations;
  private final AccountDesk accounts;
  private final AssignmentTable assignments;
  private final AccessSettings settings;
  private final Audit audit;

  KeeperDesk(
      InvitationTable invitations,
      AccountDesk accounts,
      AssignmentTable assignments,
      AccessSettings settings,
      Audit audit) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.assignments = assignments;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  @Transactional
  public Invitation invite(Actor actor, long place, Instant now) {
    requirePlace(actor, place);
    if (invitations.waiting(place, now) >= WAITING_AT_MOST
        || invitations.keepers(place).size() >= KEEPERS_AT_MOST) {
      throw Refusal.conflict("access.refused.invitations", WAITING_AT_MOST, KEEPERS_AT_MOST);
    }
    var invitation =
        new Invitation(Secrets.random(""), now.plus(Duration.ofHours(settings.invitationHours())));
    invitations.insert(
        Secrets.hash(invitation.token()), place, actor.account(), now, invitation.expiresAt());
    audit.record(Act.on(actor.account(), "access.invite", "place " + place));
    return invitation;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Keeper> list(Actor actor, long place) {
    requirePlace(actor, place);
    return invitations.keepers(place);
  }

  @Override
  @Transactional
  public void revoke(Actor actor, long place, long assignment, Instant now) {
    requirePlace(actor, place);
    Assignment held =
        assignments
            .find(assignment)
            .filter(found -> found.grant().role() == Role.KEEPER)
            .filter(found -> found.grant().scope().equals(new Scope.OfPlace(place)))
            .orElseThrow(() -> Refusal.notFound("access.refused.no-assignment"));
    accounts.revoke(held, actor.account(), now);
  }

  @Override
  @Transactional
  public void endInvitations(long place, long by, Instant now) {
    if (invitations.end(place, now) > 0) {
      audit.record(Act.on(by, "access.end-invitations", "place " + place));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(String token, Instant now) {
    return invitations.isOpen(Secrets.hash(token), now);
  }

  @Override
  @Transactional
  public NewKeeper accept(String token, String displayName, String password, Instant now) {
    String name = AccountDesk.checkedName(displayName);
    Passwords.check(password);
    InvitationTable.Taken taken =
        invitations
            .take(Secrets.hash(token), now)
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "access.refused.invitation-over"));
    String username = accounts.freeUsername("truc-");
    long account =
        accounts.create(Actor.Kind.KEEPER, username, name, password, false, taken.invitedBy(), now);
    invitations.setAccount(taken.number(), account);
    accounts.grant(
        account, new Grant(Role.KEEPER, new Scope.OfPlace(taken.place())), taken.invitedBy(), now);
    return new NewKeeper(account, username);
  }

  private static void requirePlace(Actor actor, long place) {
    Reach reach = actor.require(Permission.PLACES_REGISTER);
    if (!reach.isEverywhere() && !reach.places().contains(place)) {
      throw Refusal.forbidden("access.forbidden");
    }
  }
}
