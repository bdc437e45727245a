package vn.lachan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.gates.OfflineSeal;
import vn.lachan.app.gates.SealedRecord;
import vn.lachan.app.places.PlaceCard;

/**
 * What a tablet captured without network, 10,000 sealed records in requests of 500, against the
 * same visits sent open as lines of one API batch. The gate does more: it opens each seal (ECDH,
 * HKDF, AES-GCM) and remembers each answer.
 */
final class OfflineBatchBench {
  private static final int RECORDS = 10_000;
  private static final int REQUEST = 500;

  /** Records that a tablet seals with one key. */
  private static final int RUN = 50;

  private static final int ROUNDS = 5;
  private static final double LIMIT_SECONDS = 3;

  private final BenchProgram program;
  private final Report report;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Base64.Encoder base64 = Base64.getEncoder();
  private final Instant now = Clock.systemUTC().instant();
  private final PlaceCard place;
  private final long keeper;
  private final GateDoor.Enrolled gate;
  private final GateDoor.SealKey key;
  private final String token;
  private OfflineSeal.Run run;
  private String numbers = "038090%06d";
  private long sequence;

  OfflineBatchBench(BenchProgram program, Report report) {
    this.program = program;
    this.report = report;
    var made = GateToMeasure.open(program, "bench.gate", now);
    this.place = made.place();
    this.keeper = made.keeper();
    made.newPin(now);
    GateDoor door = program.bean(GateDoor.class);
    this.gate = door.enrol(made.newCode(now), now);
    this.key =
        door.contact(gate.device(), new GateDoor.DeviceReport(0, 0, 0, null, 0), now).sealKey();
    this.run = new OfflineSeal.Run(gate.device().publicId(), key);
    var everywhere = new Grant(Role.TRACER, new Scope.Everywhere());
    this.token =
        program
            .bean(Tokens.class)
            .create(Actor.program(), "bench gates", everywhere, now.plus(Duration.ofDays(1)), now)
            .token();
  }

  void run() {
    double first = seconds(sealed(0), this::sendSealed);
    double[] ours = new double[ROUNDS];
    double[] open = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ours[round] = seconds(sealed(2 * round + 1), this::sendSealed);
      open[round] = seconds(List.of(lines(2 * round + 2)), this::sendOpen);
    }
    numbers = "038091%06d";
    double unknown = seconds(sealed(2 * ROUNDS + 2), this::sendSealed);
    report.line(
        String.format(
            Locale.ROOT,
            "10,000 sealed records of people whom nobody knew yet, all of one name, year and commune: %.2f s in a cold program, %.2f s in a warm one",
            first,
            unknown));
    double median = Report.median(ours);
    double base = Report.median(open);
    report.compare(
        "offline batch of 10,000 sealed records of a gate, 20 requests",
        String.format(Locale.ROOT, "%.2f s", median),
        String.format(Locale.ROOT, "%.2f s, the same visits open in one API batch", base),
        median / base,
        median < LIMIT_SECONDS ? "< 3 s: met" : "< 3 s: MISSED");
  }

  private interface Sending {
    void send(String body) throws IOException, InterruptedException;
  }

  private static double seconds(List<String> bodies, Sending sending) {
    long begun = System.nanoTime();
    try {
      for (String body : bodies) {
        sending.send(body);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private Instant at(int round, int record) {
    return now.minusSeconds(3_600L * (round + 1) - record % 3_000);
  }

  private String number(int record) {
    return numbers.formatted(record);
  }

  /** Sealed beforehand, as a tablet does it at each scan. */
  private List<String> sealed(int round) {
    List<String> bodies = new ArrayList<>();
    for (int from = 0; from < RECORDS; from += REQUEST) {
      List<String> records = new ArrayList<>();
      for (int record = from; record < from + REQUEST; record++) {
        records.add(json(seal(round, record)));
      }
      bodies.add("{\"records\":[" + String.join(",", records) + "]}");
    }
    return bodies;
  }

  private SealedRecord seal(int round, int record) {
    String content =
        "{\"kind\":\"visit\",\"at\":%d,\"account\":%d,\"typed\":false,\"text\":\"%s||Lê Thị Hoa|05031990|Nam|Thôn 3, Xã Dân Lực|10052021\"}"
            .formatted(at(round, record).toEpochMilli(), keeper, number(record));
    if (record % RUN == 0) {
      run = new OfflineSeal.Run(gate.device().publicId(), key);
    }
    return run.seal(UUID.randomUUID(), ++sequence, content.getBytes(StandardCharsets.UTF_8));
  }

  private String json(SealedRecord sealed) {
    return "{\"key\":\"%s\",\"sequence\":%d,\"sealKey\":%d,\"point\":\"%s\",\"nonce\":\"%s\",\"content\":\"%s\",\"correctionSeconds\":0}"
        .formatted(
            sealed.key(),
            sealed.sequence(),
            sealed.sealKey(),
            base64.encodeToString(sealed.point()),
            base64.encodeToString(sealed.nonce()),
            base64.encodeToString(sealed.content()));
  }

  private String lines(int round) {
    var lines = new StringBuilder();
    for (int record = 0; record < RECORDS; record++) {
      lines.append(
          "{\"place\":\"%s\",\"citizenNumber\":\"%s\",\"name\":\"Lê Thị Hoa\",\"birthYear\":1990,\"enteredAt\":\"%s\"}\n"
              .formatted(place.code().symbols(), number(record), at(round, record)));
    }
    return lines.toString();
  }

  private void sendSealed(String body) throws IOException, InterruptedException {
    String answer =
        send(
            request("/api/v1/gates/device/batches", body)
                .header("Content-Type", "application/json")
                .header("Cookie", "lachan-gate=" + gate.token())
                .header("X-Lachan-Gate", "1"));
    if (answer.contains("refused")) {
      throw new IllegalStateException(answer.substring(0, Math.min(500, answer.length())));
    }
  }

  private void sendOpen(String body) throws IOException, InterruptedException {
    send(
        request("/api/v1/visits/batch", body)
            .header("Content-Type", "application/x-ndjson")
            .header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
