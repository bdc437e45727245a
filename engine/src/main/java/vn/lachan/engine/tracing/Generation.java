package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One generation on its way from sources to contacts; the tracer gives it each answer in turn. */
final class Generation {
  private final int number;
  private final SourcePersons sources;
  private final LongIndex known;
  private final Rules rules;
  private final LocalDays days;
  private final CrowdRule crowdRule;
  private final EncounterExposures encounters;
  private final List<Crowd> crowds = new ArrayList<>();

  private Stays sourceStays;
  private Setting[] settings = {};
  private ExposingStays exposing;
  private Stays present;
  private long rowsSupplied;

  /** {@code known} are the persons who are the index case or contacts already. */
  Generation(
      int number,
      SourcePersons sources,
      LongIndex known,
      Rules rules,
      LocalDays days,
      CrowdRule crowdRule) {
    this.number = number;
    this.sources = sources;
    this.known = known;
    this.rules = rules;
    this.days = days;
    this.crowdRule = crowdRule;
    encounters = new EncounterExposures(sources, rules, days);
    sourceStays = Stays.unite(new VisitRows(), new LongIndex(), new LongIndex());
    exposing = new ExposingStays(sourceStays, new long[0]);
    present = sourceStays;
  }

  List<PersonWindow> windows() {
    return sources.windows();
  }

  void stays(VisitRows rows) {
    sourceStays = sources.stays(rows);
  }

  List<Long> places() {
    var places = new ArrayList<Long>();
    for (int place = 0; place < sourceStays.places.size(); place++) {
      places.add(sourceStays.places.key(place));
    }
    return places;
  }

  void settings(PlaceSettings known) {
    int count = sourceStays.places.size();
    settings = new Setting[count];
    long[] airOutSeconds = new long[count];
    for (int place = 0; place < count; place++) {
      settings[place] = known.of(sourceStays.places.key(place));
      airOutSeconds[place] = rules.at(settings[place]).airOutMinutes() * 60L;
    }
    exposing = new ExposingStays(sourceStays, airOutSeconds);
  }

  List<PlaceWindow> placeWindows() {
    return exposing.windows();
  }

  void present(VisitRows rows) {
    rowsSupplied = rows.size();
    present = exposing.present(rows, known);
  }

  void encounters(Collection<Encounter> rows) {
    encounters.add(rows, known);
  }

  /** The contacts of this generation, in no particular order; they become known. */
  List<Contact> contacts(int keptExposures) {
    var contacts = new ArrayList<Contact>();
    var watch = new CrowdWatch(number, crowdRule, exposing, present, rules, settings);
    crowds.addAll(watch.crowds());
    var atPlaces = new PlaceExposures(exposing, present, sources, settings, rules, days, watch);
    for (int begin = 0, end; begin < present.size(); begin = end) {
      end = begin + 1;
      while (end < present.size() && present.person[end] == present.person[begin]) {
        end++;
      }
      long person = present.persons.key(present.person[begin]);
      List<Exposure> exposures = atPlaces.of(begin, end);
      exposures.addAll(encounters.take(person));
      addContact(person, exposures, keptExposures, contacts);
    }
    for (long person : encounters.contacts()) {
      addContact(person, new ArrayList<>(encounters.take(person)), keptExposures, contacts);
    }
    return contacts;
  }

  /** What {@link #contacts} held back or narrowed. */
  List<Crowd> crowds() {
    return crowds;
  }

  GenerationStats stats(List<Contact> contacts) {
    int close = 0;
    for (Contact contact : contacts) {
      close += contact.contactClass() == ContactClass.CLOSE ? 1 : 0;
    }
    return new GenerationStats(
        number,
        sources.size(),
        exposing.size(),
        exposing.placeCount(),
        rowsSupplied,
        present.size(),
        close,
        contacts.size() - close);
  }

  private void addContact(
      long person, List<Exposure> exposures, int keptExposures, List<Contact> contacts) {
    if (!exposures.isEmpty()) {
      contacts.add(ContactSummary.of(person, number, exposures, keptExposures));
      known.add(person);
    }
  }
}
