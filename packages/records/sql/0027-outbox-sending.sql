-- Sending the outbox: who sends takes what is due, and tells what came of it. A message that could not be sent waits longer each time.

alter table record.outbox
  add column attempts int not null default 0,
  add column next_at timestamptz,
  add column failure text;
comment on column record.outbox.attempts is 'How often sending was begun.';
comment on column record.outbox.next_at is 'Not to be tried again before; null until the first attempt.';
comment on column record.outbox.failure is 'Why the last attempt failed, in the mail server''s words; null otherwise.';

create function record.take_mail(most int)
returns table (study text, key uuid, number int, kind text, payload jsonb, created text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update record.outbox o set attempts = o.attempts + 1,
    next_at = record.now_utc() + interval '1 minute' * least(power(2, least(o.attempts, 9)), 360)
  where (o.study_id, o.key, o.number) in (
    select w.study_id, w.key, w.number from record.outbox w
    where w.sent_at is null and coalesce(w.next_at, w.created_at) <= record.now_utc()
    order by w.created_at limit most for update skip locked)
  returning o.study_id, o.key, o.number, o.kind, o.payload,
    to_char(o.created_at at time zone 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS "+0000"') $$;
comment on function record.take_mail(int) is
  'Messages that are due. Each is then not due again for 1 minute, 2, 4, up to 6 hours: a sender that dies with it delays it, and loses nothing.';

create function record.mail_sent(study text, command uuid, place int) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update record.outbox o set sent_at = record.now_utc(), failure = null
  where o.study_id = study and o.key = command and o.number = place and o.sent_at is null $$;
comment on function record.mail_sent(text, uuid, int) is 'The mail server took the message.';

create function record.mail_failed(study text, command uuid, place int, why text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update record.outbox o set failure = left(why, 500)
  where o.study_id = study and o.key = command and o.number = place and o.sent_at is null $$;
comment on function record.mail_failed(text, uuid, int, text) is 'The message was not sent, and why; it stays in the outbox.';

revoke execute on function record.take_mail(int), record.mail_sent(text, uuid, int), record.mail_failed(text, uuid, int, text) from public;
grant execute on function record.take_mail(int), record.mail_sent(text, uuid, int), record.mail_failed(text, uuid, int, text)
  to trialwright_blinded;
