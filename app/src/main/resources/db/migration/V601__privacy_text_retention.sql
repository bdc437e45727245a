-- What belongs to something that ended long ago is found by its owner.
create index sealed_text_owner on privacy.sealed_text (owner) where wrapped_key is not null;
