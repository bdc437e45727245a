package vn.lachan.app.gates.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.SelfDeclaring;
import vn.lachan.app.declarations.web.FormPage;
import vn.lachan.app.gates.GateDevice;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.gates.GatesSettings;
import vn.lachan.app.gates.RecordAnswer;
import vn.lachan.app.gates.SealedRecord;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;

/** What the gate's page asks of the server. Every answer carries the server's time. */
@RestController
@RequestMapping(
    path = "/api/v1/gates",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Hidden
class GateApi {
  private static final Duration OLDEST = Duration.ofDays(366);

  private final GateDoor door;
  private final FormPage formPage;
  private final SelfDeclaring declaring;
  private final GatesSettings settings;
  private final JsonMapper json;
  private final MessageSource messages;
  private final Clock clock;

  GateApi(
      GateDoor door,
      FormPage formPage,
      SelfDeclaring declaring,
      GatesSettings settings,
      JsonMapper json,
      MessageSource messages,
      Clock clock) {
    this.door = door;
    this.formPage = formPage;
    this.declaring = declaring;
    this.settings = settings;
    this.json = json;
    this.messages = messages;
    this.clock = clock;
  }

  /** The one-time code of the office, and which device the page was before. */
  record EnrolmentJson(@Nullable String code, @Nullable UUID device) {}

  /** How the device is. */
  record ReportJson(
      int waiting,
      int refused,
      int driftSeconds,
      @Nullable Long oldestWaiting,
      long revokedCursor) {}

  /** Which keeper, and their PIN. */
  record SignOnJson(long account, @Nullable String pin) {
    @Override
    public String toString() {
      return "SignOnJson[" + account + "]";
    }
  }

  /** What was scanned or typed. */
  record ScanJson(@Nullable String text, @Nullable String name) {
    @Override
    public String toString() {
      return "ScanJson[***]";
    }
  }

  record BatchJson(@Nullable List<SealedRecord> records) {}

  record AnsweredJson(long serverTime, int inside, List<RecordJson> records) {}

  record RecordJson(String key, String outcome, @Nullable String code, @Nullable String words) {}

  @Open("the one-time code of the office is the right")
  @PostMapping("/enrolments")
  StateJson enrol(
      @RequestBody EnrolmentJson asked, HttpServletRequest request, HttpServletResponse response) {
    Instant now = clock.instant();
    String code = Objects.requireNonNullElse(asked.code(), "");
    GateDoor.Enrolled enrolled = door.enrol(code, asked.device(), now);
    DeviceCookie.write(request, response, enrolled.token());
    var report = new GateDoor.DeviceReport(0, 0, 0, null, 0);
    return StateJson.of(door.contact(enrolled.device(), report, now), now);
  }

  @Open("the device's cookie is the right")
  @PostMapping("/device/contact")
  StateJson contact(GateDevice device, @RequestBody ReportJson said) {
    Instant now = clock.instant();
    Long oldest = said.oldestWaiting();
    var report =
        new GateDoor.DeviceReport(
            Math.max(0, said.waiting()),
            Math.max(0, said.refused()),
            said.driftSeconds(),
            oldest == null ? null : oldest(oldest, now),
            said.revokedCursor());
    return StateJson.of(door.contact(device, report, now), now);
  }

  /** As old as anything that waits can be: a device may say what it likes. */
  private static @Nullable Instant oldest(long said, Instant now) {
    Instant at = Instant.ofEpochMilli(said);
    return at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(OLDEST)) ? null : at;
  }

  @Open("the device's cookie is the right")
  @PostMapping("/device/keepers")
  GateDoor.GateKeeper signOn(GateDevice device, @RequestBody SignOnJson typed) {
    String pin = Objects.requireNonNullElse(typed.pin(), "");
    return door.signOn(device, typed.account(), pin, clock.instant());
  }

  @Open("the device's cookie is the right")
  @PostMapping("/device/scans")
  AnswerJson ask(GateDevice device, @RequestBody ScanJson scan, Locale locale) {
    String text = Objects.requireNonNullElse(scan.text(), "");
    Instant now = clock.instant();
    return AnswerJson.of(door.ask(device, text, scan.name(), now), now, messages, locale);
  }

  /** The form of the place's gates in the reader's language, to be kept by the device. */
  @Open("the device's cookie is the right")
  @PostMapping("/device/form")
  FormJson form(GateDevice device, Locale locale) {
    Instant now = clock.instant();
    FormView form = door.form(device, now);
    var asked =
        new FormPage.Asked(
            form.code(),
            declaring.begin(form.code(), Optional.empty(), now),
            Map.of(),
            List.of(),
            null,
            false);
    return FormJson.of(
        form, formPage.title(form.code(), locale, now), formPage.lines(asked, locale, now));
  }

  @Open("the device's cookie is the right")
  @PostMapping("/device/batches")
  AnsweredJson take(GateDevice device, HttpServletRequest request, Locale locale)
      throws IOException {
    List<SealedRecord> records = records(request);
    List<RecordAnswer> answers = door.take(device, records, clock.instant());
    Instant now = clock.instant();
    return new AnsweredJson(
        now.toEpochMilli(),
        door.inside(device, now),
        answers.stream().map(answer -> answered(answer, locale)).toList());
  }

  /** A device that has sent everything after its revocation forgets itself. */
  @Open("the device's cookie is the right")
  @DeleteMapping(path = "/device", consumes = MediaType.ALL_VALUE, produces = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(GateDevice device, HttpServletRequest request, HttpServletResponse response) {
    DeviceCookie.clear(request, response);
  }

  private List<SealedRecord> records(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(settings.batchBytes() + 1);
    if (body.length > settings.batchBytes()) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, "gates.refused.too-large", settings.batchBytes());
    }
    try {
      BatchJson batch = json.readValue(body, BatchJson.class);
      List<SealedRecord> records = batch == null ? null : batch.records();
      if (records == null || records.stream().anyMatch(GateApi::isIncomplete)) {
        throw Refusal.invalid("portal.malformed");
      }
      return records;
    } catch (JacksonException e) {
      throw Refusal.invalid("portal.malformed");
    }
  }

  private static boolean isIncomplete(@Nullable SealedRecord sealed) {
    return sealed == null
        || sealed.key() == null
        || sealed.point() == null
        || sealed.nonce() == null
        || sealed.content() == null;
  }

  private RecordJson answered(RecordAnswer answer, Locale locale) {
    String code = answer.code();
    String words =
        code == null ? null : messages.getMessage(code, answer.arguments().toArray(), code, locale);
    return new RecordJson(answer.key().toString(), answer.outcome(), code, words);
  }
}
