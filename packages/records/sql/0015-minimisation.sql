-- Minimisation: numbers are sealed instead of a list, and the database works each arm out from them and from who came before.

alter table unblinded.slot
  alter column arm drop not null,
  add column number numeric check (number between 0 and 4294967295 and number = trunc(number)),
  add column pad text,
  add constraint slot_is_drawn check (arm is not null or number is not null);
comment on column unblinded.slot.arm is 'The arm. Stored in this column and in sealed events only. Minimisation: null until the place is taken.';
comment on column unblinded.slot.number is 'Minimisation: the number drawn for the place, whole, 0 to 2^32 - 1; null in a list. Not bigint, whose alignment would make a row''s length depend on the arm''s.';
comment on column unblinded.slot.pad is 'Minimisation: makes a row as long for every arm, however long its name.';

alter table unblinded.allocation add column profile jsonb;
comment on column unblinded.allocation.profile is 'Minimisation: the participant''s level of each factor at randomisation; null with a list.';

create table unblinded.minimisation (
  study_id text collate "C" not null,
  specification jsonb not null,
  primary key (study_id)
);
comment on table unblinded.minimisation is 'How a study''s arms are worked out from its numbers; absent where it has a list. Written once, when the numbers are sealed.';
comment on column unblinded.minimisation.study_id is 'Study.';
comment on column unblinded.minimisation.specification is 'Ratio, factors with levels and weights, measure of imbalance, and probability of the preferred arm, as conduct''s MinimisationSpecification.';

create function unblinded.minimised_arm(study text, levels jsonb, drawn numeric) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  spec jsonb := (select m.specification from unblinded.minimisation m where m.study_id = study);
  arms text[] := (select array_agg(k collate "C" order by k collate "C") from jsonb_object_keys(spec->'ratio') k);
  shares numeric[] := (select array_agg((spec->'ratio'->>a)::numeric order by place) from unnest(arms) with ordinality as u (a, place));
  total numeric := (select sum(s) from unnest(shares) s);
  multiple numeric := 1;
  scores numeric[] := array_fill(0::numeric, array[cardinality(arms)]);
  weights numeric[] := '{}';
  counts numeric[];
  per_share numeric[];
  factor jsonb;
  times numeric := (spec->'probability'->>0)::numeric;
  "of" numeric := (spec->'probability'->>1)::numeric;
  tied numeric := 0;
  rest numeric;
  passed numeric := 0;
begin
  for arm in 1 .. cardinality(arms) loop
    multiple := lcm(multiple, shares[arm]);
  end loop;

  for factor in select f from jsonb_array_elements(spec->'factors') f loop
    if not coalesce(factor->'levels' @> jsonb_build_array(levels->(factor->>'id')), false) then
      return null;
    end if;
    counts := (select array_agg((select count(*)::numeric from unblinded.allocation a
        join unblinded.slot s using (study_id, stratum, slot_no)
        where a.study_id = study and s.arm = u.a and a.profile->>(factor->>'id') = levels->>(factor->>'id')) order by u.place)
      from unnest(arms) with ordinality as u (a, place));
    for arm in 1 .. cardinality(arms) loop
      -- Per share of the ratio, scaled to whole numbers, as if the arm were given.
      per_share := (select array_agg((counts[i] + case when i = arm then 1 else 0 end) * div(multiple, shares[i]) order by i)
        from generate_subscripts(arms, 1) i);
      scores[arm] := scores[arm] + (factor->>'weight')::numeric * (
        select case spec->>'measure' when 'range' then max(c) - min(c) else count(*) * sum(c * c) - sum(c) * sum(c) end
        from unnest(per_share) c);
    end loop;
  end loop;

  for arm in 1 .. cardinality(arms) loop
    if scores[arm] = (select min(s) from unnest(scores) s) then
      tied := tied + shares[arm];
    end if;
  end loop;
  rest := "of" * (total - (select min(s) from unnest(shares) s));
  for arm in 1 .. cardinality(arms) loop
    weights[arm] := case when scores[arm] = (select min(s) from unnest(scores) s)
      then shares[arm] * (rest - ("of" - times) * (total - tied)) else shares[arm] * ("of" - times) * tied end;
  end loop;

  for arm in 1 .. cardinality(arms) loop
    passed := passed + weights[arm];
    if drawn * (select sum(w) from unnest(weights) w) < passed * 4294967296 then
      return arms[arm];
    end if;
  end loop;
  raise exception 'no arm follows from the number';
end $$;
comment on function unblinded.minimised_arm(text, jsonb, numeric) is
  'The arm that follows from the number, the levels and all allocations before it (Pocock and Simon 1975; Han et al. 2009): conduct''s minimise, in whole numbers. Null for levels the factors do not have.';

create or replace function unblinded.allocate(
  study text, wanted jsonb, place bigint, actor text, role text, definition_hash text, key text, at timestamptz,
  out outcome text, out leaf bytea
)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  wanted_stratum text := wanted->>'stratum';
  who text := wanted->>'participant';
  taken record;
  drawn numeric;
  given text;
begin
  perform 1 from unblinded.allocation a where a.study_id = study and a.participant = who;
  if found then
    outcome := 'alreadyAllocated';
    return;
  end if;
  select s.next_slot, s.slots into taken from unblinded.stratum s
  where s.study_id = study and s.stratum = wanted_stratum for update;
  if not found then
    outcome := 'noList';
    return;
  end if;
  if taken.next_slot > taken.slots then
    outcome := 'listExhausted';
    return;
  end if;
  select l.number, l.arm into drawn, given from unblinded.slot l
  where l.study_id = study and l.stratum = wanted_stratum and l.slot_no = taken.next_slot;
  if drawn is not null then
    given := unblinded.minimised_arm(study, wanted->'profile', drawn);
    if given is null then
      outcome := 'levelUnforeseen';
      return;
    end if;
    update unblinded.slot l set arm = given,
      pad = repeat('0', (select max(octet_length(k)) from unblinded.minimisation m, jsonb_object_keys(m.specification->'ratio') k
        where m.study_id = study)::int - octet_length(given))
    where l.study_id = study and l.stratum = wanted_stratum and l.slot_no = taken.next_slot;
  end if;
  update unblinded.stratum s set next_slot = taken.next_slot + 1 where s.study_id = study and s.stratum = wanted_stratum;
  insert into unblinded.allocation (study_id, participant, stratum, slot_no, allocated_at, profile)
  values (study, who, wanted_stratum, taken.next_slot, at, case when drawn is not null then wanted->'profile' end);
  leaf := unblinded.write(study, 'unblinded/' || who, place, 'TreatmentAllocated', actor, role, wanted->>'site',
    definition_hash, key, at, record.canonical(jsonb_build_object(
      'type', 'TreatmentAllocated', 'participant', who, 'stratum', wanted_stratum, 'slot', taken.next_slot, 'at', wanted->'at',
      'arm', given)));
  outcome := 'allocated';
end $$;
comment on function unblinded.allocate(text, jsonb, bigint, text, text, text, text, timestamptz) is
  'Takes the next slot of the stratum for the participant and seals the event that tells the arm: the list''s, or the one that minimisation works out. What it answers does not depend on the arm.';

create or replace function unblinded.list_digest(study text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(coalesce(string_agg(record.canonical(jsonb_build_array(stratum, slot_no,
      coalesce(to_jsonb(number), to_jsonb(arm)))) || E'\n', ''
    order by stratum, slot_no), ''), 'UTF8')), 'hex') from unblinded.slot where study_id = study $$;
comment on function unblinded.list_digest(text) is
  'SHA-256 (hex) over the lines ["stratum",slot,"arm"] of the list, or ["stratum",slot,number] of minimisation, by stratum and slot; kept in the sealed event, so verify sees a changed slot.';

create or replace function unblinded.seal_list(list jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  study text := list->>'studyId';
  sealed_size bigint;
  drawn text;
  definition text;
begin
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  if not found then
    raise exception 'no study %', study using errcode = 'TW001';
  end if;
  perform 1 from unblinded.stratum s where s.study_id = study;
  if found then
    return 'alreadySealed';
  end if;
  insert into unblinded.stratum (study_id, stratum, slots)
  select study, s.stratum, jsonb_array_length(coalesce(s.arms, s.numbers))
  from jsonb_to_recordset(list->'strata') as s (stratum text, arms jsonb, numbers jsonb);
  insert into unblinded.slot (study_id, stratum, slot_no, arm)
  select study, s.stratum, a.place, a.arm
  from jsonb_to_recordset(list->'strata') as s (stratum text, arms jsonb),
    jsonb_array_elements_text(s.arms) with ordinality as a (arm, place);
  insert into unblinded.slot (study_id, stratum, slot_no, number)
  select study, s.stratum, n.place, n.number::numeric
  from jsonb_to_recordset(list->'strata') as s (stratum text, numbers jsonb),
    jsonb_array_elements_text(s.numbers) with ordinality as n (number, place);
  if list ? 'minimisation' then
    insert into unblinded.minimisation (study_id, specification) values (study, list->'minimisation');
  end if;
  perform record.note(study, 'randomisation', 'RandomisationListSealed', list->>'actor', list->>'role', jsonb_build_object(
    'commitment', list->'commitment', 'method', list->'method', 'at', list->'at',
    'strata', (select jsonb_agg(jsonb_build_object('stratum', s.stratum, 'slots', s.slots) order by s.stratum)
      from unblinded.stratum s where s.study_id = study)));
  select l.size into sealed_size from audit.log l where l.study_id = study and l.log = 'sealed';
  select s.definition_hash into definition from record.study s where s.study_id = study;
  -- The specification is the caller's canonical text: it is embedded unchanged, since its numbers need not be whole.
  drawn := '{"at":' || record.canonical(coalesce(list->'at', 'null')) || ',"commitment":' || record.quoted(list->>'commitment')
    || ',"listDigest":"' || unblinded.list_digest(study) || '","specification":' || record.object(list->>'specification')
    || ',"type":"RandomisationListDrawn"}';
  perform audit.grow(study, 'sealed', sealed_size, array[unblinded.write(study, 'unblinded/randomisation', sealed_size,
    'RandomisationListDrawn', list->>'actor', list->>'role', null, definition, null, record.now_utc(), drawn)]);
  return 'sealed';
end $$;
comment on function unblinded.seal_list(jsonb) is
  'Writes the list, or the numbers of minimisation, once: sealed or alreadySealed. The open event tells commitment, method, strata and their sizes; seed, blocks and numbers go to a sealed event.';
