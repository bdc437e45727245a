create schema units;
create table units.within (ancestor_id int not null, unit_id int not null, primary key (ancestor_id, unit_id));
