-- Officers' lists say how many there are. With what filters ask for beside the order of the list,
-- they are counted in the index alone, without a look at rows that hold a page of sealed answers each.
drop index declarations.declaration_latest;
drop index declarations.declaration_unit;
drop index declarations.declaration_form;
drop index declarations.declaration_level;
drop index declarations.declaration_way;
create index declaration_latest on declarations.declaration (declared_at desc, number desc) include (unit_id);
create index declaration_unit on declarations.declaration (unit_id, declared_at desc, number desc) include (form, level, way);
create index declaration_form on declarations.declaration (form, declared_at desc, number desc) include (unit_id);
create index declaration_level on declarations.declaration (level, declared_at desc, number desc) include (unit_id);
create index declaration_way on declarations.declaration (way, declared_at desc, number desc) include (unit_id);
