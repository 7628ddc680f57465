create view security_v_account as
  select a.id, a.login_name, a.display_name, a.email, a.language, a.words,
    case when a.closed_at is not null then 'CLOSED' when a.invited_at is not null then 'INVITED' else 'OPEN' end as state,
    coalesce((select string_agg(r.role, ',' order by r.role) from account_role r where r.account_id = a.id), '') as roles,
    coalesce((select string_agg(f.country || ':' || f.function, ',' order by f.country, f.function)
      from account_function f where f.account_id = a.id), '') as functions,
    coalesce((select string_agg(c.country, ',' order by c.country) from account_country c where c.account_id = a.id), '')
      as countries,
    coalesce((select string_agg(g.agency, ',' order by g.agency) from account_agency g where g.account_id = a.id), '')
      as agencies
  from account a;
create view security_v_account_country as select account_id, country from account_country;
