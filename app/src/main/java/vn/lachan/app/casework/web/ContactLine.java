package vn.lachan.app.casework.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.engine.tracing.ContactClass;

/** A contact as a row of the list shows it. */
record ContactLine(CaseContact row, String name, String allPlaces, String why) {
  static ContactLine of(CaseContact row, CaseWords words) {
    Map<Long, PlaceCard> cards = new HashMap<>();
    row.places().forEach(card -> cards.put(card.number(), card));
    String all = String.join(", ", row.places().stream().map(PlaceCard::name).toList());
    return new ContactLine(
        row, words.name(row.who()), all, words.shortSentence(row.contact().main(), cards));
  }

  public UUID person() {
    return row.who().publicId();
  }

  public boolean close() {
    return row.contact().contactClass() == ContactClass.CLOSE;
  }

  public boolean withdrawn() {
    return row.contact().withdrawal() != null;
  }

  public @Nullable Long task() {
    return row.task();
  }

  public boolean finished() {
    return row.state().finished();
  }
}
