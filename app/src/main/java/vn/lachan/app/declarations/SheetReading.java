package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Purpose;

/**
 * What a sheet of paper became, for the station that has the sheet: who wrote on it may live in
 * another commune, whose declaration it then is. What the program knows of the person besides, and
 * the level it made of that, is not told here.
 */
@Component
@Inside("paper has checked that the sheet is of a place or commune within reach")
public class SheetReading {
  private final DeclarationListTable table;
  private final DeclarationReading reading;
  private final Audit audit;

  SheetReading(DeclarationListTable table, DeclarationReading reading, Audit audit) {
    this.table = table;
    this.reading = reading;
    this.audit = audit;
  }

  /**
   * A declaration without its person.
   *
   * @param unit the commune in charge
   */
  public record Taken(long number, int unit, Instant receivedAt) {}

  /** Empty once its time of keeping is over. */
  @Transactional(readOnly = true)
  public Optional<Taken> taken(UUID declaration) {
    return table
        .find(declaration)
        .map(row -> new Taken(row.number(), row.unit(), row.receivedAt()));
  }

  /**
   * What was keyed; an act in the audit record about the person, as any opening of answers.
   *
   * @throws Refusal {@code declarations.refused.destroyed}
   */
  @Transactional
  public OpenedDeclaration open(long account, UUID declaration, String purpose) {
    String reason = Purpose.checked(purpose);
    DeclarationListTable.Row row =
        table
            .find(declaration)
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "declarations.refused.destroyed"));
    String answers =
        reading
            .answers(row)
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "declarations.refused.destroyed"));
    audit.record(
        new Act(
            account,
            "declarations.open",
            reason,
            null,
            declaration.toString(),
            1,
            List.of(row.person())));
    return new OpenedDeclaration(reading.rows(List.of(row)).getFirst(), answers);
  }
}
