package vn.lachan.app.residents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.PushMessage;
import vn.lachan.app.messaging.PushSource;
import vn.lachan.app.messaging.Reference;
import vn.lachan.app.messaging.WebPush;
import vn.lachan.app.people.People;

/**
 * Browsers that are told of notices, each because its holder asked for it there. What goes out says
 * that there is a notice and which one; its words are read in the app.
 */
@Component
@Inside("a resident acts by their own phone or device")
public class Pushes implements PushSource {
  private static final String OWNER = "residents.push";
  private static final String NOTICE = "notice";
  private static final String CONTEXT = "residents.push";

  /** For these a sleeping phone is woken. */
  private static final Set<String> URGENT =
      Set.of("health-station", "itinerary-watch", "itinerary-test", "itinerary-call");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PushTable table;
  private final AccountTable accounts;
  private final MemberTable members;
  private final WebPush webPush;
  private final Messages messages;
  private final People people;
  private final Keyring keyring;
  private final Audit audit;

  Pushes(
      PushTable table,
      AccountTable accounts,
      MemberTable members,
      WebPush webPush,
      Messages messages,
      People people,
      Keyring keyring,
      Audit audit) {
    this.table = table;
    this.accounts = accounts;
    this.members = members;
    this.webPush = webPush;
    this.messages = messages;
    this.people = people;
    this.keyring = keyring;
    this.audit = audit;
  }

  /** What a browser gave of itself. {@link #toString} shows none of it. */
  public record Listener(String endpoint, String publicKey, String secret) {
    @Override
    public String toString() {
      return "Listener[***]";
    }
  }

  /** Under which key this browser subscribes. */
  public WebPush.Key key() {
    return webPush.key();
  }

  @Transactional(readOnly = true)
  public boolean listens(Resident resident) {
    return table.listens(resident.device());
  }

  /**
   * This device listens from now on; what it gave before is forgotten.
   *
   * @throws vn.lachan.app.kernel.Refusal as {@link WebPush#check}
   */
  @Transactional
  public void listen(Resident resident, Listener listener, Locale language, Instant now) {
    webPush.check(listener.endpoint(), listener.publicKey(), listener.secret());
    AccountTable.Row account = accounts.lock(resident.account());
    table.endOfDevice(resident.device(), now);
    byte[] sealed =
        keyring.sealWith(
            account.phone().wrappedKey(),
            account.context(),
            JSON.writeValueAsString(listener),
            CONTEXT);
    String shown = language.getLanguage().equals("en") ? "en" : "vi";
    table.insert(resident, sealed, webPush.key().id(), shown, now);
    recordAct("residents.push", resident);
  }

  @Transactional
  public void stop(Resident resident, Instant now) {
    if (table.endOfDevice(resident.device(), now)) {
      recordAct("residents.push-off", resident);
    }
  }

  /** Tells browsers of whoever answers for this person, in the caller's transaction. */
  void tell(long notice, long person) {
    long standing = people.canonical(List.of(person)).getOrDefault(person, person);
    Map<Long, List<Long>> records = people.recordsOf(List.of(standing));
    table
        .tell(notice, records.getOrDefault(standing, List.of(person)))
        .forEach(push -> messages.send(new Reference(OWNER, NOTICE, push)));
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PushMessage> resolve(String template, long number) {
    return table.open(number).map(this::message);
  }

  @Override
  @Transactional
  public void ended(String template, long number, Instant now) {
    table.endOfPush(number, now);
  }

  private PushMessage message(PushTable.Row row) {
    Listener listener =
        JSON.readValue(
            keyring.openWith(row.browser(), AccountTable.CONTEXT, CONTEXT), Listener.class);
    String text =
        JSON.writeValueAsString(
            Map.of(NOTICE, row.notice().toString(), "language", row.language()));
    return new PushMessage(
        listener.endpoint(),
        listener.publicKey(),
        listener.secret(),
        row.key(),
        text,
        URGENT.contains(row.template()),
        NOTICE);
  }

  private void recordAct(String kind, Resident resident) {
    List<Long> holder =
        members.of(resident.account()).stream()
            .filter(MemberTable.Row::self)
            .map(MemberTable.Row::person)
            .toList();
    audit.record(new Act(Act.PROGRAM, kind, null, null, null, 1, holder));
  }
}
