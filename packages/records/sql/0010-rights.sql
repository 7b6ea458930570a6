-- What each run-time role may do. Everything not named here is denied.

-- Functions made before the default was set, and those of other owners, must not be open to all either.
revoke execute on all functions in schema audit, record, unblinded, access, vault from public;

grant usage on schema record to trialwright_blinded;
grant select on record.study, record.definition, record.stream, record.event, record.read_model, record.outbox to trialwright_blinded;
grant execute on function record.append(jsonb), record.open(bytea, text, text[]),
  record.register_study(text, text, text, text, text) to trialwright_blinded;

grant usage on schema unblinded to trialwright_unblinded;
grant execute on function unblinded.append(jsonb), unblinded.open(bytea, text, text[]), unblinded.load(text, text[]),
  unblinded.seal_list(jsonb), unblinded.allocation_of(text, text), unblinded.allocations(text),
  unblinded.list_state(text) to trialwright_unblinded;

grant usage on schema access to trialwright_access;
grant execute on function access.session(bytea), access.create_account(jsonb, text), access.find_account(text),
  access.list_accounts(), access.change_account(uuid, jsonb, text), access.grant_role(jsonb, text),
  access.end_grant(text, uuid, text), access.create_session(bytea, uuid, interval, interval, text),
  access.revoke_session(bytea), access.record_attempt(uuid, bytea, text, boolean),
  access.failures(bytea, text, interval) to trialwright_access;

grant usage on schema vault to trialwright_vault;
grant execute on function vault.put_identity(text, text, bytea, bytea, jsonb, text, text), vault.key_of(text, text),
  vault.read_identity(text, text, text, text, text), vault.find_duplicates(text, jsonb),
  vault.erase(text, text, text, text, text) to trialwright_vault;

-- The open log can be verified without any right to enter the schema that tells arms.
create view audit.open_event as select * from record.event;
comment on view audit.open_event is 'Blinded events, for the verifier.';
comment on column audit.open_event.study_id is 'As record.event.';
comment on column audit.open_event.position is 'As record.event.';
comment on column audit.open_event.stream_id is 'As record.event.';
comment on column audit.open_event.version is 'As record.event.';
comment on column audit.open_event.type is 'As record.event.';
comment on column audit.open_event.actor is 'As record.event.';
comment on column audit.open_event.role is 'As record.event.';
comment on column audit.open_event.site is 'As record.event.';
comment on column audit.open_event.definition_hash is 'As record.event.';
comment on column audit.open_event.recorded_at is 'As record.event.';
comment on column audit.open_event.record is 'As record.event.';
create view audit.open_stream as select * from record.stream;
comment on view audit.open_stream is 'Versions of blinded streams, for the verifier.';
comment on column audit.open_stream.study_id is 'As record.stream.';
comment on column audit.open_stream.stream_id is 'As record.stream.';
comment on column audit.open_stream.version is 'As record.stream.';
create view audit.definition as select * from record.definition;
comment on view audit.definition is 'Compiled definitions, for the verifier.';
comment on column audit.definition.study_id is 'As record.definition.';
comment on column audit.definition.definition_hash is 'As record.definition.';
comment on column audit.definition.compiled is 'As record.definition.';
comment on column audit.definition.registered_at is 'As record.definition.';
create view audit.study as select * from record.study;
comment on view audit.study is 'Studies, for the verifier.';
comment on column audit.study.study_id is 'As record.study.';
comment on column audit.study.definition_hash is 'As record.study.';
comment on column audit.study.mode is 'As record.study.';
comment on column audit.study.opened_at is 'As record.study.';

grant usage on schema audit to trialwright_audit;
grant select on audit.log, audit.leaf, audit.open_event, audit.open_stream, audit.definition, audit.study to trialwright_audit;
