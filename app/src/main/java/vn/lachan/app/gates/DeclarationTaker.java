package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.NewDeclaration;
import vn.lachan.app.declarations.Submitted;
import vn.lachan.app.declarations.WrongAnswers;
import vn.lachan.app.kernel.Refusal;

/**
 * Declarations that were filled in at a gate. Who it is was scanned or typed there; the answers say
 * the rest. A declaration sent again has the same key and changes nothing.
 */
@Component
class DeclarationTaker implements RecordTaker {
  private static final String DECLARATION = "declaration";

  private final GatePersons persons;
  private final Declarations declarations;

  DeclarationTaker(GatePersons persons, Declarations declarations) {
    this.persons = persons;
    this.declarations = declarations;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DECLARATION);
  }

  @Override
  public List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now) {
    return persons.each(device, records, (content, account) -> take(device, content, account, now));
  }

  private String take(GateDevice device, GateRecord content, long account, Instant now) {
    try {
      Submitted submitted = submit(device, content, account, now);
      return submitted.repeated() ? "already" : "level-" + lower(submitted.said().name());
    } catch (WrongAnswers wrong) {
      throw Refusal.invalid("gates.refused.answers", wrong.faults().size());
    }
  }

  private Submitted submit(GateDevice device, GateRecord content, long account, Instant now) {
    GateBody.Declared declared = GateBody.declared(content);
    Instant scannedAt = content.scannedAt(declared.scannedAt());
    long person = persons.find(device, content.text(), content.name(), content.typed(), scannedAt);
    return declarations.submit(
        DeviceActor.of(device, account),
        new NewDeclaration(
            content.key(),
            person,
            declared.form(),
            declared.version(),
            declared.response(),
            DeclarationWay.GATE,
            device.place().number(),
            null,
            content.at(),
            content.originalAt(),
            content.correctionSeconds(),
            null,
            null,
            device.number(),
            GatePersons.isProved(content.text())),
        now);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
