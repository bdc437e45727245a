package vn.lachan.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.messaging.Channel.Outcome;

class MessagingSendingTests {
  private static final Instant NOON = Instant.parse("2021-08-03T05:00:00Z");
  private static final MessagingSettings SETTINGS =
      new MessagingSettings(
          "",
          "",
          "{}",
          Duration.ofSeconds(10),
          20,
          3,
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          5,
          30,
          30);

  private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
  private volatile Outcome answer = Outcome.SENT;
  private boolean mayRepeat;
  private TestDatabase database;
  private OutboxTable outbox;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    outbox = new OutboxTable(database.jdbc());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aReferenceSentTwiceIsOneMessage() {
    outbox.insert(new Reference("drill", "greeting", 1), NOON);
    outbox.insert(new Reference("drill", "greeting", 1), NOON);

    assertThat(sender().sendBatch(NOON)).isEqualTo(1);
    assertThat(sender().sendBatch(NOON.plusSeconds(3600))).isZero();
    assertThat(delivered).containsExactly("84912345678: Xin chào số 1");
    assertThat(outcomes()).containsExactly("SENT");
  }

  @Test
  void theAgeOfTheOldestWaitingMessageIsKnown() {
    assertThat(OutboxMetrics.ageSeconds(outbox, NOON)).isZero();
    outbox.insert(new Reference("test", "code", 77), NOON.minusSeconds(90));
    outbox.insert(new Reference("test", "code", 78), NOON);

    assertThat(OutboxMetrics.ageSeconds(outbox, NOON)).isEqualTo(90);
    assertThat(outbox.countWaiting()).isEqualTo(2);
  }

  @Test
  void twoCopiesNeverTakeTheSameMessage() {
    for (int i = 1; i <= 60; i++) {
      outbox.insert(new Reference("drill", "greeting", i), NOON);
    }
    Sender first = sender();
    Sender second = sender();
    List.of(first, second).parallelStream()
        .forEach(
            sender -> {
              for (int i = 0; i < 3; i++) {
                sender.sendBatch(NOON);
              }
            });

    assertThat(delivered).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void aBusyGatewayIsTriedAgainLaterAndNotForEver() {
    outbox.insert(new Reference("drill", "greeting", 1), NOON);
    answer = Outcome.LATER;

    for (int minute = 0; minute < 10; minute++) {
      sender().sendBatch(NOON.plus(Duration.ofMinutes(minute)));
    }

    assertThat(outcomes()).containsExactly("LATER", "LATER", "LATER");
  }

  @Test
  void anUnknownOutcomeIsRepeatedOnlyWhereTheTemplateSaysSo() {
    answer = Outcome.UNKNOWN;
    outbox.insert(new Reference("drill", "greeting", 1), NOON);
    sender().sendBatch(NOON);
    assertThat(sender().sendBatch(NOON.plusSeconds(600))).isZero();

    mayRepeat = true;
    outbox.insert(new Reference("drill", "greeting", 2), NOON);
    sender().sendBatch(NOON);
    assertThat(sender().sendBatch(NOON.plusSeconds(600))).isEqualTo(1);
  }

  @Test
  void aTryThatNeverEndedIsMarkedUnknown() {
    outbox.insert(new Reference("drill", "greeting", 1), NOON);
    outbox.take(20, NOON, NOON.plusSeconds(120), null);
    outbox.begin(1, "gateway", NOON);

    assertThat(sender().sendBatch(NOON.plusSeconds(60))).isZero();
    sender().sendBatch(NOON.plusSeconds(121));

    assertThat(outcomes()).containsExactly("UNKNOWN");
    assertThat(delivered).isEmpty();
    assertThat(sender().sendBatch(NOON.plusSeconds(9999))).isZero();
  }

  @Test
  void theGatewaysAnswersMeanWhatTheyShould() {
    assertThat(GatewayChannel.outcome(202)).isEqualTo(Outcome.SENT);
    assertThat(GatewayChannel.outcome(400)).isEqualTo(Outcome.REFUSED);
    assertThat(GatewayChannel.outcome(429)).isEqualTo(Outcome.LATER);
    assertThat(GatewayChannel.outcome(503)).isEqualTo(Outcome.LATER);
    assertThat(GatewayChannel.outcome(500)).isEqualTo(Outcome.UNKNOWN);
  }

  private List<String> outcomes() {
    return database
        .jdbc()
        .sql("select outcome from messaging.delivery order by number")
        .query((row, index) -> String.valueOf(row.getString("outcome")))
        .list();
  }

  private Sender sender() {
    var texts = new StaticMessageSource();
    texts.addMessage("messaging.template.greeting", Locale.of("vi"), "Xin chào số [number]");
    return new Sender(
        outbox,
        List.of(new FakeChannel()),
        List.of(new Greetings()),
        new PushDelivery(List.of(), PushSendingTests.nowhere()),
        new Texts(texts),
        SETTINGS,
        new DataSourceTransactionManager(database.pool()),
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private class FakeChannel implements Channel {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public Outcome send(String phone, String text) {
      delivered.add(phone + ": " + text);
      return answer;
    }
  }

  private class Greetings implements ContentSource {
    @Override
    public String owner() {
      return "drill";
    }

    @Override
    public Optional<Outgoing> resolve(String template, long number) {
      return Optional.of(
          new Outgoing("84912345678", Locale.of("vi"), Map.of("number", Long.toString(number))));
    }

    @Override
    public boolean mayRepeat(String template) {
      return mayRepeat;
    }
  }
}
