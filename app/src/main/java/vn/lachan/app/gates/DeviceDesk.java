package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.places.Places;

@Component
class DeviceDesk implements GateDoor {
  private static final int CODE_MOST = 40;
  private static final int TOKEN_MOST = 100;

  private final GateDeviceTable devices;
  private final GateKeepers keepers;
  private final Pins pins;
  private final SealKeys sealKeys;
  private final Places places;
  private final PersonalCodes codes;
  private final QuestionRight right;
  private final GateQuestions questions;
  private final RecordIntake intake;
  private final DeviceRules placeRules;
  private final GatesSettings settings;

  DeviceDesk(
      GateDeviceTable devices,
      GateKeepers keepers,
      Pins pins,
      SealKeys sealKeys,
      Places places,
      PersonalCodes codes,
      QuestionRight right,
      GateQuestions questions,
      RecordIntake intake,
      DeviceRules placeRules,
      GatesSettings settings) {
    this.devices = devices;
    this.keepers = keepers;
    this.pins = pins;
    this.sealKeys = sealKeys;
    this.places = places;
    this.codes = codes;
    this.right = right;
    this.questions = questions;
    this.intake = intake;
    this.placeRules = placeRules;
    this.settings = settings;
  }

  @Override
  public Enrolled enrol(String code, @Nullable UUID again, Instant now) {
    if (code.length() > CODE_MOST) {
      throw wrongCode();
    }
    String token = DeviceSecrets.token();
    GateDevice device =
        devices
            .enrol(DeviceSecrets.codeHash(code), again, DeviceSecrets.hash(token), now)
            .flatMap(this::device)
            .orElseThrow(DeviceDesk::wrongCode);
    return new Enrolled(device, token);
  }

  @Override
  public Optional<GateDevice> device(String token) {
    return token.length() > TOKEN_MOST
        ? Optional.empty()
        : devices.byToken(DeviceSecrets.hash(token)).flatMap(this::device);
  }

  @Override
  public GateState contact(GateDevice device, DeviceReport report, Instant now) {
    requireRight(device);
    devices.contact(device.number(), report, now);
    return new GateState(
        device.publicId(),
        device.name(),
        device.kiosk(),
        device.screen(),
        device.place(),
        placeRules.of(device, now),
        inside(device, now),
        sealKeys.current(now),
        keepers.withPin(device.place()),
        codes.keys(),
        codes.revokedSince(report.revokedCursor()),
        settings.contactSeconds(),
        settings.freeMegabytes(),
        settings.answerMillis());
  }

  @Override
  public GateKeeper signOn(GateDevice device, long account, String pin, Instant now) {
    requireRight(device);
    GateKeeper keeper =
        keepers.withPin(device.place()).stream()
            .filter(each -> each.account() == account)
            .findFirst()
            .orElseThrow(() -> Refusal.forbidden("gates.refused.pin"));
    pins.check(device, account, pin, now);
    return keeper;
  }

  @Override
  public GateAnswer ask(GateDevice device, String text, @Nullable String name, Instant now) {
    requireRight(device);
    right.require(device);
    return questions.answer(device, text, name, now);
  }

  @Override
  public List<RecordAnswer> take(GateDevice device, List<SealedRecord> records, Instant now) {
    return intake.take(device, records, now);
  }

  @Override
  public FormView form(GateDevice device, Instant now) {
    requireRight(device);
    return placeRules.form(device.place(), now);
  }

  @Override
  public int inside(GateDevice device, Instant now) {
    return questions.inside(device, now);
  }

  private Optional<GateDevice> device(GateDeviceTable.Row row) {
    return places
        .find(row.place())
        .map(
            place ->
                new GateDevice(
                    row.number(),
                    row.publicId(),
                    row.name(),
                    row.kiosk(),
                    place,
                    row.revokedAt(),
                    row.screen()));
  }

  private static void requireRight(GateDevice device) {
    if (device.revokedAt() != null) {
      throw new Refusal(Refusal.Kind.GONE, "gates.refused.revoked");
    }
  }

  private static Refusal wrongCode() {
    return Refusal.notFound("gates.refused.code");
  }
}
