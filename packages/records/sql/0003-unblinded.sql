-- The unblinded side: sealed events, the randomisation list, allocations.

create schema unblinded;
comment on schema unblinded is 'Everything that tells an arm; role trialwright_unblinded. No blinded role may enter.';

create table unblinded.stream (
  study_id text collate "C" not null,
  stream_id text collate "C" not null,
  version bigint not null check (version >= 1),
  primary key (study_id, stream_id)
);
comment on table unblinded.stream is 'Current version of each stream of unblinded events.';
comment on column unblinded.stream.study_id is 'Study.';
comment on column unblinded.stream.stream_id is 'Stream, for example unblinded/<participant>.';
comment on column unblinded.stream.version is 'Number of events in the stream.';

create table unblinded.event (
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
comment on table unblinded.event is 'Unblinded events, as record.event. Each record carries a random salt, so its leaf hash cannot be guessed from an arm.';
comment on column unblinded.event.study_id is 'Study.';
comment on column unblinded.event.position is 'Place in the study''s sealed log, without gaps.';
comment on column unblinded.event.stream_id is 'Stream the event belongs to.';
comment on column unblinded.event.version is 'Place in the stream, from 1 without gaps.';
comment on column unblinded.event.type is 'Kind of event, past tense.';
comment on column unblinded.event.actor is 'Account that acted.';
comment on column unblinded.event.role is 'Role it acted in.';
comment on column unblinded.event.site is 'Site it acted for; null where none.';
comment on column unblinded.event.definition_hash is 'Compiled study the decision was taken under.';
comment on column unblinded.event.recorded_at is 'Database clock when stored, UTC, milliseconds.';
comment on column unblinded.event.record is 'The exact canonical JSON whose UTF-8 bytes are the audit leaf.';

create table unblinded.stratum (
  study_id text collate "C" not null,
  stratum text collate "C" not null,
  slots bigint not null check (slots >= 1),
  next_slot bigint not null default 1 check (next_slot between 1 and slots + 1),
  primary key (study_id, stratum)
);
comment on table unblinded.stratum is 'Strata of the sealed list. The row is locked by an allocation: one at a time in a stratum, no slot skipped.';
comment on column unblinded.stratum.study_id is 'Study.';
comment on column unblinded.stratum.stratum is 'Stratum''s name.';
comment on column unblinded.stratum.slots is 'Number of slots in the list.';
comment on column unblinded.stratum.next_slot is 'The slot the next allocation takes; slots + 1 when exhausted.';

create table unblinded.slot (
  study_id text collate "C" not null,
  stratum text collate "C" not null,
  slot_no bigint not null check (slot_no >= 1),
  arm text collate "C" not null,
  primary key (study_id, stratum, slot_no),
  foreign key (study_id, stratum) references unblinded.stratum
);
comment on table unblinded.slot is 'The randomisation list in drawn order, written once when it is sealed. No run-time role can read it.';
comment on column unblinded.slot.study_id is 'Study.';
comment on column unblinded.slot.stratum is 'Stratum.';
comment on column unblinded.slot.slot_no is 'Place in the stratum, from 1.';
comment on column unblinded.slot.arm is 'The arm. Stored in this column and in sealed events only.';

create table unblinded.allocation (
  study_id text collate "C" not null,
  participant text collate "C" not null,
  stratum text collate "C" not null,
  slot_no bigint not null,
  allocated_at timestamptz not null,
  primary key (study_id, participant),
  unique (study_id, stratum, slot_no),
  foreign key (study_id, stratum, slot_no) references unblinded.slot
);
comment on table unblinded.allocation is 'Which participant took which slot.';
comment on column unblinded.allocation.study_id is 'Study.';
comment on column unblinded.allocation.participant is 'Participant code.';
comment on column unblinded.allocation.stratum is 'Stratum the participant was randomised in; kept even if corrected later.';
comment on column unblinded.allocation.slot_no is 'Slot taken.';
comment on column unblinded.allocation.allocated_at is 'Database time, UTC, milliseconds.';
