-- What an officer entered last, below the form in which the next place is entered.
create index place_creator on places.place (created_by, number desc) where created_by is not null;
