package vn.lachan.simulation;

/** The settled province that a day takes place in: what never changes from day to day. */
record World(
    ProvinceSpec spec,
    Geography geography,
    PlaceTable places,
    PersonTable people,
    Timetable timetable) {
  static World settle(ProvinceSpec spec) {
    Geography geography = new Geography(spec);
    PlaceTable places = new PlaceTable(spec, geography);
    PersonTable people = Population.settle(spec, geography, places);
    return new World(spec, geography, places, people, new Timetable(spec, places));
  }

  int age(int person) {
    return spec.lastDate().getYear() - people.birthYear(person);
  }
}
