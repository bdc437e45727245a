package vn.lachan.app.paper;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;

@Component
class PadDesk implements Pads {
  private final PadTable pads;
  private final SheetTable sheets;
  private final SheetReading reading;
  private final SheetVoiding voiding;
  private final PadFile file;
  private final PaperReach reach;
  private final Declarations declarations;
  private final Places places;
  private final Accounts accounts;
  private final PaperSettings settings;
  private final ProgramSettings program;
  private final Audit audit;

  PadDesk(
      PadTable pads,
      SheetTable sheets,
      SheetReading reading,
      SheetVoiding voiding,
      PadFile file,
      PaperReach reach,
      Declarations declarations,
      Places places,
      Accounts accounts,
      PaperSettings settings,
      ProgramSettings program,
      Audit audit) {
    this.pads = pads;
    this.sheets = sheets;
    this.reading = reading;
    this.voiding = voiding;
    this.file = file;
    this.reach = reach;
    this.declarations = declarations;
    this.places = places;
    this.accounts = accounts;
    this.settings = settings;
    this.program = program;
    this.audit = audit;
  }

  @Override
  @Transactional
  public List<UUID> make(Actor actor, NewPads asked, Instant now) {
    if (asked.sheets() < 1 || asked.sheets() > settings.padSheets()) {
      throw Refusal.invalid("paper.refused.sheets", settings.padSheets());
    }
    Set<UUID> wanted = new LinkedHashSet<>(asked.places());
    if (wanted.size() > settings.padsAtOnce()) {
      throw Refusal.invalid("paper.refused.pads", settings.padsAtOnce());
    }
    FormView form = declarations.form(asked.form(), LocalDate.ofInstant(now, program.zone()));
    if (wanted.isEmpty()) {
      Integer unit = asked.unit();
      if (unit == null) {
        throw Refusal.invalid("paper.refused.unit");
      }
      int commune = reach.commune(actor, Permission.PAPER_MANAGE, unit).id();
      return List.of(make(actor, null, commune, form, asked, now));
    }
    List<UUID> made = new ArrayList<>();
    for (UUID one : wanted) {
      PlaceCard place = reach.place(actor, Permission.PAPER_MANAGE, one);
      made.add(make(actor, place.number(), place.unit(), form, asked, now));
    }
    return made;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<PadRow> list(Actor actor, @Nullable UUID place, @Nullable String after, int rows) {
    var within = actor.require(Permission.PAPER_READ);
    Long number =
        place == null ? null : places.byPublicId(place).map(PlaceCard::number).orElse(-1L);
    int size = Limits.pageRows(rows);
    Page<PadTable.Row> page =
        Page.of(
            pads.page(within, number, Numbers.key(after), size + 1),
            size,
            pad -> Long.toString(pad.number()));
    return new Page<>(rows(page.rows()), page.next());
  }

  @Override
  @Transactional(readOnly = true)
  public PadRow get(Actor actor, UUID pad) {
    return rows(List.of(find(actor, Permission.PAPER_READ, pad))).getFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<SheetRow> sheets(Actor actor, UUID pad) {
    return reading.rows(sheets.ofPad(find(actor, Permission.PAPER_READ, pad).number()));
  }

  @Override
  public void write(Actor actor, List<UUID> asked, OutputStream out) {
    List<PadTable.Row> found =
        asked.stream().distinct().map(pad -> find(actor, Permission.PAPER_READ, pad)).toList();
    int count = found.stream().mapToInt(PadTable.Row::sheets).sum();
    if (count == 0 || count > settings.printSheets()) {
      throw Refusal.invalid("paper.refused.print", settings.printSheets());
    }
    file.write(found, out);
  }

  @Override
  @Transactional
  public void declareVoid(Actor actor, UUID pad, String serial, VoidReason reason, Instant now) {
    SheetTable.Row sheet = sheet(find(actor, Permission.PAPER_MANAGE, pad), serial);
    voiding.declareVoid(actor.account(), sheet.serial(), reason, now);
  }

  @Override
  @Transactional
  public void restore(Actor actor, UUID pad, String serial, Instant now) {
    SheetTable.Row sheet = sheet(find(actor, Permission.PAPER_MANAGE, pad), serial);
    voiding.restore(actor.account(), sheet.serial(), now);
  }

  private UUID make(
      Actor actor, @Nullable Long place, int unit, FormView form, NewPads asked, Instant now) {
    PadTable.Row pad =
        pads.insert(place, unit, form.code(), form.version(), asked, actor.account(), now);
    pads.insertSheets(
        pad.number(),
        IntStream.rangeClosed(1, asked.sheets())
            .mapToObj(position -> Serial.of(pad.number(), position))
            .toList());
    audit.record(
        new Act(
            actor.account(),
            "paper.pad",
            null,
            null,
            "pad " + pad.number(),
            asked.sheets(),
            List.of()));
    return pad.publicId();
  }

  private PadTable.Row find(Actor actor, Permission permission, UUID pad) {
    return pads.inReach(actor.require(permission), pad)
        .orElseThrow(() -> Refusal.notFound("paper.refused.no-pad"));
  }

  private SheetTable.Row sheet(PadTable.Row pad, String serial) {
    return Serial.parse(serial)
        .flatMap(parsed -> sheets.find(parsed.number()))
        .filter(sheet -> sheet.pad() == pad.number())
        .orElseThrow(() -> Refusal.notFound("paper.refused.serial"));
  }

  private List<PadRow> rows(List<PadTable.Row> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, PadTable.Counts> counts =
        pads.counts(found.stream().map(PadTable.Row::number).toList());
    Map<Long, String> names =
        accounts.names(found.stream().map(PadTable.Row::madeBy).distinct().toList());
    Map<Long, PlaceCard> cards =
        places.cards(found.stream().flatMap(pad -> Numbers.known(pad.place())).distinct().toList());
    return found.stream()
        .map(
            pad -> {
              PlaceCard card = pad.place() == null ? null : cards.get(pad.place());
              var count = counts.getOrDefault(pad.number(), new PadTable.Counts(0, 0, 0));
              return new PadRow(
                  pad.number(),
                  pad.publicId(),
                  card == null ? null : card.name(),
                  card == null ? null : card.publicId(),
                  pad.unit(),
                  pad.form(),
                  "declarations.offer." + pad.form(),
                  pad.language(),
                  pad.layout(),
                  pad.sheets(),
                  count.given(),
                  count.taken(),
                  count.voided(),
                  pad.madeAt(),
                  names.getOrDefault(pad.madeBy(), ""),
                  Serial.of(pad.number(), 1).shown(),
                  Serial.of(pad.number(), pad.sheets()).shown());
            })
        .toList();
  }
}
