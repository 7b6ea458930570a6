-- When a read model was last written, so that a server that holds its documents asks for those that changed only.

alter table record.read_model add column revision bigint not null default 0;
comment on column record.read_model.revision is 'Size of the study''s open log when it was written; never falls, and several documents may share it.';
create index read_model_by_revision on record.read_model (study_id, kind, revision);

create function record.note_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.revision := coalesce((select l.size from audit.log l where l.study_id = new.study_id and l.log = 'open'), 0);
  return new;
end $$;
comment on function record.note_revision() is
  'Trigger: marks a document with the log''s size. Whoever writes holds the log, so a later writer''s mark is never lower.';

create trigger note_revision before insert or update on record.read_model
  for each row execute function record.note_revision();
