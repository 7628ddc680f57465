-- What an account holds, whoever granted it.
create view security_v_held_role as
  select account_id, role from account_role
  union all select account_id, role from account_provider_grant;
create view security_v_held_function as
  select account_id, function, country from account_function
  union all select account_id, function, country from account_provider_grant where function is not null;
create view security_v_held_country as
  select account_id, country from account_country
  union all select account_id, country from account_provider_grant where country is not null;
