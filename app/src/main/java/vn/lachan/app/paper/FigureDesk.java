package vn.lachan.app.paper;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;

@Component
class FigureDesk implements PaperFigures {
  private final FigureTable table;
  private final Places places;
  private final Accounts accounts;
  private final PaperSettings settings;
  private final ProgramSettings program;

  FigureDesk(
      FigureTable table,
      Places places,
      Accounts accounts,
      PaperSettings settings,
      ProgramSettings program) {
    this.table = table;
    this.places = places;
    this.accounts = accounts;
    this.settings = settings;
    this.program = program;
  }

  @Override
  @Transactional(readOnly = true)
  public Figures of(Actor actor, LocalDate from, LocalDate to) {
    var reach = actor.require(Permission.PAPER_READ);
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > settings.figureDays()) {
      throw Refusal.invalid("paper.refused.figure-days", settings.figureDays());
    }
    var asked =
        new FigureTable.Asked(
            reach,
            from.atStartOfDay(program.zone()).toInstant(),
            to.plusDays(1).atStartOfDay(program.zone()).toInstant(),
            program.zone().getId());
    return new Figures(
        from,
        to,
        table.all(asked),
        table.byDay(asked),
        byPlace(table.byPlace(asked)),
        byKeyer(table.byKeyer(asked)),
        table.byField(asked));
  }

  private List<ByPlace> byPlace(List<FigureTable.OfPlace> found) {
    Map<Long, PlaceCard> cards =
        places.cards(found.stream().flatMap(one -> Numbers.known(one.place())).toList());
    return found.stream()
        .map(
            one -> {
              PlaceCard card = one.place() == null ? null : cards.get(one.place());
              return new ByPlace(
                  card == null ? null : card.name(),
                  card == null ? null : card.publicId(),
                  one.unit(),
                  one.minutes());
            })
        .toList();
  }

  private List<ByKeyer> byKeyer(List<FigureTable.OfKeyer> found) {
    Map<Long, String> names =
        accounts.names(found.stream().map(FigureTable.OfKeyer::account).toList());
    return found.stream()
        .map(
            one ->
                new ByKeyer(
                    names.getOrDefault(one.account(), ""),
                    one.sheets(),
                    one.seconds(),
                    one.fields(),
                    one.wrong()))
        .toList();
  }
}
