-- One window of one place is public once, whoever taps twice; officers find itineraries by day.
create unique index itinerary_once on tracing.itinerary (place, from_at, to_at)
  where withdrawn_at is null;
create index itinerary_day on tracing.itinerary (from_at desc, to_at);
