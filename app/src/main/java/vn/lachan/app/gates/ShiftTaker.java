package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/** Shifts of keepers, which begin and end without network too. */
@Component
class ShiftTaker implements RecordTaker {
  private static final String START = "shift-start";
  private static final String END = "shift-end";

  private final ShiftTable shifts;
  private final GatePersons persons;

  ShiftTaker(ShiftTable shifts, GatePersons persons) {
    this.shifts = shifts;
    this.persons = persons;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(START, END);
  }

  @Override
  public List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now) {
    GatePersons.Keepers keepers = persons.keepers(device, records);
    List<RecordAnswer> answers = new ArrayList<>();
    for (GateRecord content : records) {
      if (content.shift() == null) {
        answers.add(
            RecordAnswer.refused(content.key(), Refusal.invalid("gates.refused.unreadable")));
      } else if (!keepers.known().contains(content.account())) {
        answers.add(
            RecordAnswer.refused(content.key(), Refusal.invalid("gates.refused.unknown-keeper")));
      } else {
        note(device, content, keepers.proved().contains(content.account()), now);
        answers.add(RecordAnswer.of(content, "stored"));
      }
    }
    return answers;
  }

  private void note(GateDevice device, GateRecord content, boolean proved, Instant now) {
    Instant ended = content.kind().equals(END) ? content.at() : null;
    shifts.note(
        device,
        Objects.requireNonNull(content.shift()),
        content.account(),
        proved,
        content.at(),
        ended,
        now);
  }
}
