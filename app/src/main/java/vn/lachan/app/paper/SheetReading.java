package vn.lachan.app.paper;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;

/** Fills rows of sheets with the names of those who keyed them. */
@Component
class SheetReading {
  private final Accounts accounts;

  SheetReading(Accounts accounts) {
    this.accounts = accounts;
  }

  List<SheetRow> rows(List<SheetTable.Row> sheets) {
    List<Long> keyers =
        sheets.stream()
            .flatMap(
                sheet -> Stream.concat(Numbers.known(sheet.first()), Numbers.known(sheet.second())))
            .distinct()
            .toList();
    Map<Long, String> names = keyers.isEmpty() ? Map.of() : accounts.names(keyers);
    return sheets.stream().map(sheet -> row(sheet, names)).toList();
  }

  private static SheetRow row(SheetTable.Row sheet, Map<Long, String> names) {
    SheetState state = sheet.state();
    boolean waits = state == SheetState.ONCE || state == SheetState.DIFFERENT;
    return new SheetRow(
        sheet.serial().digits(),
        sheet.serial().shown(),
        sheet.position(),
        state,
        waits && sheet.red(),
        sheet.reason(),
        sheet.takenAt(),
        sheet.declaration(),
        name(names, sheet.first()),
        name(names, sheet.second()),
        sheet.photo());
  }

  private static @Nullable String name(Map<Long, String> names, @Nullable Long account) {
    return account == null ? null : names.getOrDefault(account, "");
  }
}
