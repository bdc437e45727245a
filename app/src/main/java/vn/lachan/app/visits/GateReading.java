package vn.lachan.app.visits;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.CitizenCard;
import vn.lachan.engine.scan.CitizenNumberScan;
import vn.lachan.engine.scan.InsuranceCard;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCodeScan;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.PlaceCodeScan;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.Refused;
import vn.lachan.engine.scan.ScanWarning;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.SignedCode;

/**
 * What a gate's input turned out to be: exactly one of a visitor, a question for a name, or words
 * that say why it is nobody.
 */
public record GateReading(
    @Nullable Visitor visitor,
    boolean asksName,
    Verdict.@Nullable Said problem,
    List<Verdict.Said> warnings) {
  private static final ServerScanPorts PORTS = new ServerScanPorts();
  private static final Pattern DIGITS = Pattern.compile("[\\d\\s.+()-]+");

  /** As reading.js of the gate's page has it. */
  private static final Pattern MISTYPED =
      Pattern.compile(
          "visits\\.(gate\\.number-wrong"
              + "|scan\\.(phone-|citizen-number-|place-code-|name-|text-unknown|nothing).*)");

  public GateReading {
    warnings = List.copyOf(warnings);
  }

  public static GateReading of(GateScan scan, PlaceCode gate) {
    return switch (Scanner.read(scan.text(), PORTS)) {
      case PersonalCodeScan(var code) -> visitor(new Visitor.Code(code), List.of());
      case SignedCode code -> visitor(new Visitor.Signed(code), List.of());
      case InsuranceCard card ->
          problem(Verdict.Said.of("visits.gate.insurance-card", card.fullName().masked()));
      case CitizenCard card -> visitor(claimed(card), card.warnings());
      case NationalCode code -> ofNational(code);
      case CitizenNumberScan(var number) ->
          named(scan, name -> new Visitor.Claimed(number, null, name, null, null, null));
      case PhoneNumber phone -> named(scan, name -> Visitor.Claimed.of(phone, name));
      case PlaceCodeScan(var code) ->
          problem(
              Verdict.Said.of(
                  code.equals(gate) ? "visits.gate.own-code" : "visits.gate.other-place"));
      case Refused refused -> problem(mistyped(scan.text(), refused));
    };
  }

  /** Whether somebody mistyped, which is no reason for alarm. */
  boolean isMistyped() {
    return problem != null && MISTYPED.matcher(problem.key()).matches();
  }

  /** Whoever types digits at a gate means a number of a person, never the code of a place. */
  private static Verdict.Said mistyped(String text, Refused refused) {
    boolean placeCode = refused.code().name().startsWith("PLACE_CODE");
    return placeCode && DIGITS.matcher(text).matches()
        ? Verdict.Said.of("visits.gate.number-wrong")
        : said(refused);
  }

  private static Visitor.Claimed claimed(CitizenCard card) {
    return new Visitor.Claimed(
        card.number(),
        null,
        card.fullName(),
        card.birth().year(),
        card.sex(),
        card.address().isBlank() ? null : card.address());
  }

  /** The national code writes names without accents; as a claim it is still the person's name. */
  private static GateReading ofNational(NationalCode code) {
    if (code.citizenNumber() == null && code.phone() == null) {
      return problem(Verdict.Said.of("visits.gate.masked-code"));
    }
    var claimed =
        new Visitor.Claimed(
            code.citizenNumber(),
            code.phone(),
            code.fullName(),
            code.birth().year(),
            code.sex(),
            null);
    return visitor(claimed, code.warnings());
  }

  private interface WithName {
    Visitor of(PersonName name);
  }

  /** A number alone could be anybody of a family: the keeper asks for the name. */
  private static GateReading named(GateScan scan, WithName visitor) {
    String typed = scan.name();
    if (typed == null || typed.isBlank()) {
      return new GateReading(null, true, null, List.of());
    }
    return switch (PersonName.parse(typed, PORTS)) {
      case Reading.Accepted<PersonName>(PersonName name) -> visitor(visitor.of(name), List.of());
      case Reading.Rejected<PersonName>(Refused refused) -> problem(said(refused));
    };
  }

  private static GateReading visitor(Visitor visitor, List<ScanWarning> warnings) {
    return new GateReading(visitor, false, null, warnings.stream().map(GateReading::said).toList());
  }

  private static GateReading problem(Verdict.Said said) {
    return new GateReading(null, false, said, List.of());
  }

  static Verdict.Said said(Refused refused) {
    return new Verdict.Said(
        "visits.scan." + key(refused.code().name()), List.copyOf(refused.parameters()));
  }

  private static Verdict.Said said(ScanWarning warning) {
    return new Verdict.Said(
        "visits.scan." + key(warning.code().name()), List.copyOf(warning.parameters()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
