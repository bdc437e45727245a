package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
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
    Set<Long> keepers = persons.keepers(device, records);
    List<RecordAnswer> answers = new ArrayList<>();
    for (GateRecord content : records) {
      answers.add(answer(device, content, keepers, now));
    }
    return answers;
  }

  private RecordAnswer answer(
      GateDevice device, GateRecord content, Set<Long> keepers, Instant now) {
    try {
      GatePersons.requireKeeper(device, content, keepers);
      Submitted submitted = submit(device, content, now);
      return RecordAnswer.of(
          content, submitted.repeated() ? "already" : "level-" + lower(submitted.said().name()));
    } catch (WrongAnswers wrong) {
      return RecordAnswer.refused(
          content.key(), Refusal.invalid("gates.refused.answers", wrong.faults().size()));
    } catch (Refusal refusal) {
      return RecordAnswer.refused(content.key(), refusal);
    }
  }

  private Submitted submit(GateDevice device, GateRecord content, Instant now) {
    GateBody.Declared declared = GateBody.declared(content);
    Actor actor = DeviceActor.of(device, content.account());
    long person =
        persons.find(
            device,
            Objects.requireNonNullElse(content.text(), ""),
            content.name(),
            content.typed(),
            content.at());
    return declarations.submit(
        actor,
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
