-- The study side: blinded events, streams, read models, idempotency, outbox.

create schema record;
comment on schema record is 'Blinded events and everything derived from them; role trialwright_blinded.';

create table record.study (
  study_id text collate "C" primary key,
  definition_hash text not null,
  mode text not null check (mode in ('demo', 'training', 'production')),
  opened_at timestamptz not null
);
comment on table record.study is 'Studies this installation runs.';
comment on column record.study.study_id is 'The study''s id, as in its definition.';
comment on column record.study.definition_hash is 'SHA-256 (hex) of the compiled study in force.';
comment on column record.study.mode is 'demo, training or production; never changed after opening.';
comment on column record.study.opened_at is 'Database time of opening.';

create table record.definition (
  study_id text collate "C" not null references record.study,
  definition_hash text not null,
  compiled text not null,
  registered_at timestamptz not null,
  primary key (study_id, definition_hash)
);
comment on table record.definition is 'Every compiled definition a study ever ran under; rows are never changed.';
comment on column record.definition.study_id is 'Study.';
comment on column record.definition.definition_hash is 'SHA-256 (hex) of compiled.';
comment on column record.definition.compiled is 'Canonical JSON (RFC 8785) of the compiled study.';
comment on column record.definition.registered_at is 'Database time of registration.';

create table record.stream (
  study_id text collate "C" not null,
  stream_id text collate "C" not null,
  version bigint not null check (version >= 1),
  primary key (study_id, stream_id)
) with (fillfactor = 70);
comment on table record.stream is 'Current version of each stream of blinded events.';
comment on column record.stream.study_id is 'Study.';
comment on column record.stream.stream_id is 'Stream, for example one per participant.';
comment on column record.stream.version is 'Number of events in the stream.';

create table record.event (
  study_id text collate "C" not null,
  position bigint not null check (position >= 0),
  stream_id text collate "C" not null,
  version bigint not null check (version >= 1),
  type text not null,
  actor text not null,
  role text not null,
  site text,
  definition_hash text,
  recorded_at timestamptz not null,
  record text not null,
  primary key (study_id, position),
  unique (study_id, stream_id, version)
);
comment on table record.event is 'What happened, once and for all: no role may update or delete a row.';
comment on column record.event.study_id is 'Study; ''-'' for the installation itself.';
comment on column record.event.position is 'Place in the study''s open log, without gaps; the order of events.';
comment on column record.event.stream_id is 'Stream the event belongs to.';
comment on column record.event.version is 'Place in the stream, from 1 without gaps.';
comment on column record.event.type is 'Kind of event, past tense.';
comment on column record.event.actor is 'Account that acted.';
comment on column record.event.role is 'Role it acted in.';
comment on column record.event.site is 'Site it acted for; null where none.';
comment on column record.event.definition_hash is 'Compiled study the decision was taken under; null for events of the installation.';
comment on column record.event.recorded_at is 'Database clock when stored, UTC, milliseconds. Never used for order.';
comment on column record.event.record is 'The exact canonical JSON whose UTF-8 bytes are the audit leaf; the other columns repeat its fields for indexing.';

create table record.idempotency (
  study_id text collate "C" not null,
  key uuid not null,
  body_hash text not null,
  actor text not null,
  response text not null,
  recorded_at timestamptz not null,
  primary key (study_id, key)
);
comment on table record.idempotency is 'Commands already carried out, so that a repeated one is answered as the first time.';
comment on column record.idempotency.study_id is 'Study.';
comment on column record.idempotency.key is 'Idempotency key chosen by the client.';
comment on column record.idempotency.body_hash is 'SHA-256 (hex) of the request; another body under the same key is refused.';
comment on column record.idempotency.actor is 'Account that sent it; another account under the same key is refused.';
comment on column record.idempotency.response is 'The answer given, replayed byte for byte.';
comment on column record.idempotency.recorded_at is 'Database time of the first answer.';

create table record.read_model (
  study_id text collate "C" not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  site text collate "C",
  sort text collate "C" not null,
  document jsonb not null,
  primary key (study_id, kind, key)
) with (fillfactor = 80);
create index read_model_by_sort on record.read_model (study_id, kind, sort, key);
create index read_model_by_site on record.read_model (study_id, kind, site, sort, key);
comment on table record.read_model is 'Documents derived from events for quick reading; can be rebuilt from them.';
comment on column record.read_model.study_id is 'Study.';
comment on column record.read_model.kind is 'Which read model.';
comment on column record.read_model.key is 'Key of the document within its kind.';
comment on column record.read_model.site is 'Site whose staff may see it; null for study-wide documents.';
comment on column record.read_model.sort is 'Text the list is ordered by.';
comment on column record.read_model.document is 'The document. Blinded content only.';

create table record.outbox (
  study_id text collate "C" not null,
  key uuid not null,
  number int not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (study_id, key, number)
);
create index outbox_waiting on record.outbox (study_id, created_at) where sent_at is null;
comment on table record.outbox is 'Messages to send after commit, at least once; (study, key, number) is the stable message id.';
comment on column record.outbox.study_id is 'Study.';
comment on column record.outbox.key is 'Idempotency key of the command that caused it.';
comment on column record.outbox.number is 'Number of the message within that command, from 1.';
comment on column record.outbox.kind is 'What kind of message.';
comment on column record.outbox.payload is 'What the sender needs. Blinded content only.';
comment on column record.outbox.created_at is 'Database time of the command.';
comment on column record.outbox.sent_at is 'Database time the sender reported it sent; null while waiting.';

insert into audit.log (study_id, log) values ('-', 'open');
