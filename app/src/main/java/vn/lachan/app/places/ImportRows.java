package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.sheet.SheetRow;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * Answers rows: a place is made, or was there already, or something is wrong. Each row is one
 * savepoint, so that a row is whole or not there.
 */
@Component
class ImportRows {
  private final ImportTable imports;
  private final ImportRowTable rows;
  private final ImportVault vault;
  private final PlaceDesk desk;
  private final Units units;
  private final ImportFrame.Parts parts;
  private final ProgramSettings program;
  private final TransactionTemplate whole;
  private final PlaceCardTable cards;

  ImportRows(
      ImportTable imports,
      ImportRowTable rows,
      ImportVault vault,
      PlaceDesk desk,
      Units units,
      UnitNames unitNames,
      TypeNames typeNames,
      PlaceRules rules,
      PlaceCardTable cards,
      ProgramSettings program,
      TransactionTemplate transactions) {
    this.imports = imports;
    this.rows = rows;
    this.vault = vault;
    this.desk = desk;
    this.units = units;
    this.parts = new ImportFrame.Parts(units, unitNames, typeNames, rules);
    this.cards = cards;
    this.program = program;
    this.whole = nested(transactions);
  }

  ImportFrame frame(Actor actor, ImportPlan plan, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    return new ImportFrame(
        plan, actor, today, program.zone(), imports.typeWords(actor.account()), parts);
  }

  /** The commune of an officer who works in a single one. */
  @Nullable Integer onlyCommune(Actor actor) {
    Reach reach = actor.require(Permission.PLACES_REGISTER);
    if (reach.isEverywhere() || reach.units().size() != 1) {
      return null;
    }
    return units
        .find(reach.units().getFirst())
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .map(Unit::id)
        .orElse(null);
  }

  /**
   * How a row of a file would be answered now, without writing anything.
   *
   * @param lines the places of the rows before and their lines; this one is added
   */
  ImportRow judged(SheetRow row, ImportFrame frame, Map<String, Integer> lines) {
    ImportCells cells = ImportCells.of(row, frame.plan().columns());
    ImportCheck.Checked checked = ImportCheck.check(cells, frame);
    PlaceFacts facts = checked.facts();
    Integer earlier = facts == null ? null : lines.putIfAbsent(key(facts), row.line());
    Optional<PlaceCard> twin = Optional.ofNullable(facts).flatMap(this::twin);
    ImportRow.State state =
        facts == null
            ? ImportRow.State.WRONG
            : twin.isPresent() || earlier != null
                ? ImportRow.State.EXISTING
                : ImportRow.State.WAITING;
    return new ImportRow(
        row.line(),
        state,
        cells.texts(),
        checked.problems(),
        twin.map(PlaceCard::publicId).orElse(null),
        twin.map(PlaceCard::name).orElse(null),
        earlier);
  }

  /** What the index {@code place_once} compares. */
  private static String key(PlaceFacts facts) {
    return String.join(
        "\n",
        Integer.toString(facts.unit()),
        facts.searchName(),
        facts.searchAddress(),
        String.valueOf(facts.validFrom()));
  }

  /** Makes the place, or says why not; in the caller's transaction. */
  void answer(
      Actor actor,
      ImportTable.Stored stored,
      int line,
      ImportCells cells,
      ImportFrame frame,
      Instant now) {
    ImportCheck.Checked checked = ImportCheck.check(cells, frame);
    PlaceFacts facts = checked.facts();
    if (facts == null) {
      wrong(stored, line, cells, checked.problems().getFirst().code());
      return;
    }
    Optional<Long> twin = rows.twin(facts);
    if (twin.isPresent()) {
      rows.settle(stored.id(), line, ImportRow.State.EXISTING, twin.get());
      return;
    }
    try {
      whole.executeWithoutResult(
          status ->
              rows.settle(
                  stored.id(),
                  line,
                  ImportRow.State.ACCEPTED,
                  desk.enter(actor, facts, now).number()));
    } catch (Refusal refusal) {
      wrong(stored, line, cells, refusal.code());
    }
  }

  /** A stored row with what is wrong with it now. */
  ImportRow shown(ImportTable.Stored stored, ImportRowTable.Stored row, ImportFrame frame) {
    byte[] sealed = row.cells();
    ImportCells cells = sealed == null ? null : vault.cells(stored, sealed);
    List<ImportProblem> problems =
        cells == null || row.state() != ImportRow.State.WRONG
            ? List.of()
            : ImportCheck.check(cells, frame).problems();
    Integer firstLine = row.firstLine();
    boolean twin =
        row.state() == ImportRow.State.EXISTING && firstLine != null && firstLine != row.line();
    return new ImportRow(
        row.line(),
        row.state(),
        cells == null ? Map.of() : cells.texts(),
        problems,
        row.placeId(),
        row.placeName(),
        twin ? firstLine : null);
  }

  private void wrong(ImportTable.Stored stored, int line, ImportCells cells, String problem) {
    rows.keep(stored.id(), line, ImportRow.State.WRONG, vault.seal(stored, cells), problem);
  }

  private Optional<PlaceCard> twin(PlaceFacts facts) {
    return rows.twin(facts).flatMap(cards::byNumber);
  }

  private static TransactionTemplate nested(TransactionTemplate transactions) {
    var nested =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return nested;
  }
}
