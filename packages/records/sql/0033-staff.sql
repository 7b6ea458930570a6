-- The delegation log's page and each command on it ask who holds which role now. They asked for all that the administrator's page
-- shows of everybody.

create function access.staff(study text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := record.now_utc();
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('accountId', a.account_id, 'printedName', a.printed_name, 'grants', held.grants)
      order by a.login collate "default"), '[]')
    from access.account a
    join (select g.account_id, jsonb_agg(jsonb_build_object('role', g.role, 'site', g.site) order by g.valid_from desc, g.grant_id) as grants
      from access.role_grant g
      where g.study_id = study and g.role <> 'participant' and g.valid_from <= moment
        and (g.valid_until is null or g.valid_until > moment)
      group by g.account_id) held using (account_id)
    where a.disabled_at is null);
end $$;
comment on function access.staff(text) is
  'Everybody who holds a role in the study now, participants aside, with these roles: whom duties can be delegated to. By login.';

revoke execute on function access.staff(text) from public;
grant execute on function access.staff(text) to trialwright_access;
