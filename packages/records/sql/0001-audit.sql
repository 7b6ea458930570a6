-- The audit logs: RFC 9162 Merkle trees whose leaves are appended in the transaction of the data they cover.
-- Every object belongs to trialwright_migrate, under which this file runs. Nothing is granted to PUBLIC.

alter default privileges revoke execute on functions from public;

create schema audit;
comment on schema audit is 'Merkle logs over the stored records; read by trialwright_audit, written by the append functions only.';

create table audit.log (
  study_id text collate "C" not null,
  log text collate "C" not null check (log in ('open', 'sealed')),
  size bigint not null default 0 check (size >= 0),
  peaks bytea[] not null default '{}',
  primary key (study_id, log)
);
comment on table audit.log is 'Head of each log. Whoever appends to a study holds its row, so positions have no gaps and their order is the order of commits.';
comment on column audit.log.study_id is 'Study; ''-'' for the installation itself (accounts, sign-in).';
comment on column audit.log.log is 'open: blinded events; sealed: unblinded events. Two logs, so that no root or leaf of the open one depends on an arm.';
comment on column audit.log.size is 'Number of leaves; the next leaf''s position.';
comment on column audit.log.peaks is 'Roots of the perfect subtrees that make up the tree, largest first (one per set bit of size).';

create table audit.leaf (
  study_id text collate "C" not null,
  log text collate "C" not null,
  position bigint not null check (position >= 0),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  primary key (study_id, log, position)
);
comment on table audit.leaf is 'One leaf per stored event.';
comment on column audit.leaf.study_id is 'Study, as in audit.log.';
comment on column audit.leaf.log is 'open or sealed, as in audit.log.';
comment on column audit.leaf.position is 'Index of the leaf; equal to the position of the event it covers.';
comment on column audit.leaf.leaf_hash is 'SHA-256(0x00 || bytes of the event''s record).';

create function audit.merged(peaks bytea[], size bigint, hashes bytea[]) returns bytea[]
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  merged bytea[] := peaks;
  leaves bigint := size;
  leaf bytea;
  node bytea;
  rest bigint;
  depth int;
begin
  foreach leaf in array hashes loop
    node := leaf;
    rest := leaves;
    depth := cardinality(merged);
    -- Every trailing one bit of the size is a perfect subtree as large as the one in hand: join them.
    while rest & 1 = 1 loop
      node := sha256('\x01'::bytea || merged[depth] || node);
      depth := depth - 1;
      rest := rest >> 1;
    end loop;
    merged := array_append(merged[1:depth], node);
    leaves := leaves + 1;
  end loop;
  return merged;
end $$;
comment on function audit.merged(bytea[], bigint, bytea[]) is 'Peaks of the tree after the given leaf hashes are appended to a tree of this size.';

create function audit.grow(study text, which text, from_size bigint, hashes bytea[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into audit.leaf (study_id, log, position, leaf_hash)
  select study, which, from_size + place - 1, hash from unnest(hashes) with ordinality as added (hash, place);
  update audit.log
  set peaks = audit.merged(peaks, size, hashes), size = size + cardinality(hashes)
  where study_id = study and log = which and size = from_size;
  if not found then
    raise exception 'the % log of study % is not at size %', which, study, from_size;
  end if;
end $$;
comment on function audit.grow(text, text, bigint, bytea[]) is 'Appends leaves to a log. The caller holds the row of the study''s open log.';
