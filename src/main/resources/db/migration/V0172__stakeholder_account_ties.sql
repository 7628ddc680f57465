-- Words by which an institution is found, without accents.
alter table institution add column words tsvector generated always as (to_tsvector('simple', translate(
  lower(name || ' ' || acronym), 'áàâäãåçéèêëíìîïñóòôöõúùûüýÿ.-_', 'aaaaaaceeeeiiiinooooouuuuyy   '))) stored;
create index ix_institution_words on institution using gin (words);
-- For which institutions an account may act, and as what.
create view stakeholder_v_account_tie as
  select i.account_id, i.case_id, i.id as institution_id, s.id as seat_id, i.acronym, i.name as institution, i.words,
    'CONTACT' as place
  from institution i left join seat s on s.institution_id = i.id and s.to_at is null
  where i.account_id is not null
  union all
  select p.account_id, s.case_id, i.id, s.id, i.acronym, i.name, i.words,
    case when p.id = n.full_member_id then 'FULL_MEMBER' else 'SUBSTITUTE' end
  from person p
  join nomination n on p.id in (n.full_member_id, n.substitute_id) and n.answer = 'NOMINATE'
  join seat s on s.id = n.seat_id and s.to_at is null
  join institution i on i.id = s.institution_id
  where p.account_id is not null
    and not exists (select 1 from nomination later
      where later.seat_id = s.id and later.answer = 'NOMINATE' and later.seq > n.seq);
-- The places of a case to which an account can be tied, and who holds them.
create view stakeholder_v_place as
  select i.case_id, i.id as institution_id, i.acronym, i.name as institution, i.account_id as contact_account,
    s.id as seat_id, s.state, f.name as full_member, f.account_id as full_member_account, u.name as substitute,
    u.account_id as substitute_account
  from institution i
  left join seat s on s.institution_id = i.id and s.to_at is null
  left join lateral (select full_member_id, substitute_id from nomination
    where seat_id = s.id and answer = 'NOMINATE' order by seq desc limit 1) n on true
  left join person f on f.id = n.full_member_id
  left join person u on u.id = n.substitute_id;
