create schema demo;

create table demo.step (
  name    text primary key,
  done_at timestamptz not null,
  note    text not null
);
comment on table demo.step is 'Steps of loading the drill province, each done once; empty outside a demo.';
