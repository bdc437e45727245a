package vn.lachan.app.gates;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Takes what devices bring: opens each record in memory, gives it to the bean that takes its kind,
 * and remembers the answer. Answers are written after what they say is durable; a crash between
 * makes a record be taken twice, which its own content makes harmless.
 */
@Component
class RecordIntake {
  private static final String UNREADABLE_KIND = "unreadable";

  private final Map<String, RecordTaker> takers = new HashMap<>();
  private final GateRecordTable records;
  private final GateDeviceTable devices;
  private final SealKeys sealKeys;
  private final RecordText texts;
  private final GatesSettings settings;

  RecordIntake(
      List<RecordTaker> takers,
      GateRecordTable records,
      GateDeviceTable devices,
      SealKeys sealKeys,
      RecordText texts,
      GatesSettings settings) {
    takers.forEach(taker -> taker.kinds().forEach(kind -> this.takers.put(kind, taker)));
    this.records = records;
    this.devices = devices;
    this.sealKeys = sealKeys;
    this.texts = texts;
    this.settings = settings;
  }

  List<RecordAnswer> take(GateDevice device, List<SealedRecord> sent, Instant now) {
    if (sent.size() > settings.batchRecords()) {
      throw new Refusal(
          Refusal.Kind.TOO_LARGE, "gates.refused.too-many-records", settings.batchRecords());
    }
    Map<UUID, RecordAnswer> answers =
        records.answers(device.number(), sent.stream().map(SealedRecord::key).toList());
    Map<UUID, SealedRecord> fresh = new LinkedHashMap<>();
    sent.stream()
        .filter(each -> !answers.containsKey(each.key()))
        .forEach(each -> fresh.putIfAbsent(each.key(), each));
    if (!fresh.isEmpty()) {
      takeFresh(device, List.copyOf(fresh.values()), answers, now);
    }
    return sent.stream().map(each -> Objects.requireNonNull(answers.get(each.key()))).toList();
  }

  private void takeFresh(
      GateDevice device, List<SealedRecord> fresh, Map<UUID, RecordAnswer> answers, Instant now) {
    Map<UUID, String> kinds = new HashMap<>();
    Map<RecordTaker, List<GateRecord>> byTaker = new LinkedHashMap<>();
    for (Opened opened : openAll(device, fresh)) {
      GateRecord read = opened.content();
      kinds.put(opened.key(), read == null ? UNREADABLE_KIND : read.kind());
      Refusal refusal = read == null ? unreadable() : refusal(device, read, now);
      if (read == null || refusal != null) {
        answers.put(
            opened.key(),
            RecordAnswer.refused(opened.key(), Objects.requireNonNullElse(refusal, unreadable())));
      } else {
        byTaker
            .computeIfAbsent(
                Objects.requireNonNull(takers.get(read.kind())), unused -> new ArrayList<>())
            .add(read);
      }
    }
    byTaker.forEach(
        (taker, read) ->
            taker.take(device, read, now).forEach(answer -> answers.put(answer.key(), answer)));
    remember(device, fresh, kinds, answers, now);
  }

  private record Opened(UUID key, @Nullable GateRecord content) {}

  /** Which key of the server met which one-time key of the device. */
  private record Run(int sealKey, ByteBuffer point) {
    static Run of(SealedRecord sealed) {
      return new Run(sealed.sealKey(), ByteBuffer.wrap(sealed.point()));
    }
  }

  /** The agreement of keys is most of the work: once a run, shared by all processors. */
  private List<Opened> openAll(GateDevice device, List<SealedRecord> fresh) {
    Map<Run, Optional<SecretKey>> agreed =
        fresh.stream().map(Run::of).distinct().toList().parallelStream()
            .collect(Collectors.toConcurrentMap(run -> run, this::agree));
    return fresh.stream()
        .map(each -> open(device, each, Objects.requireNonNull(agreed.get(Run.of(each)))))
        .toList();
  }

  private Optional<SecretKey> agree(Run run) {
    Optional<PrivateKey> key = sealKeys.privateKey(run.sealKey());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OfflineSeal.agree(run.point().array(), key.get()));
    } catch (GeneralSecurityException noPoint) {
      return Optional.empty();
    }
  }

  private Opened open(GateDevice device, SealedRecord sealed, Optional<SecretKey> secret) {
    if (secret.isEmpty()) {
      return new Opened(sealed.key(), null);
    }
    try {
      byte[] content = OfflineSeal.open(sealed, device.publicId(), secret.get());
      return new Opened(sealed.key(), texts.read(content, sealed));
    } catch (GeneralSecurityException damaged) {
      return new Opened(sealed.key(), null);
    }
  }

  private @Nullable Refusal refusal(GateDevice device, GateRecord read, Instant now) {
    if (!takers.containsKey(read.kind())) {
      return Refusal.invalid("gates.refused.kind");
    }
    Instant revoked = device.revokedAt();
    boolean over =
        revoked != null
            && (read.at().isAfter(revoked)
                || now.isAfter(revoked.plus(Duration.ofHours(settings.revokedHours()))));
    return over ? new Refusal(Refusal.Kind.GONE, "gates.refused.revoked") : null;
  }

  private void remember(
      GateDevice device,
      List<SealedRecord> fresh,
      Map<UUID, String> kinds,
      Map<UUID, RecordAnswer> answers,
      Instant now) {
    List<RecordAnswer> given =
        fresh.stream().map(each -> Objects.requireNonNull(answers.get(each.key()))).toList();
    List<String> kind =
        fresh.stream().map(each -> Objects.requireNonNull(kinds.get(each.key()))).toList();
    records.insert(device.number(), fresh, kind, given, now);
    devices.delivered(device.number(), fresh.size(), now);
  }

  private static Refusal unreadable() {
    return Refusal.invalid("gates.refused.unreadable");
  }
}
