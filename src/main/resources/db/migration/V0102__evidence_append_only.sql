create function evidence_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Evidence is never changed or removed (table %)', tg_table_name;
end
$$;
create trigger tr_evidence_append_only before update or delete on evidence
  for each row execute function evidence_append_only();
create trigger tr_evidence_not_emptied before truncate on evidence
  for each statement execute function evidence_append_only();
create trigger tr_evidence_seal_append_only before update or delete on evidence_seal
  for each row execute function evidence_append_only();
create trigger tr_evidence_seal_not_emptied before truncate on evidence_seal
  for each statement execute function evidence_append_only();
create trigger tr_evidence_root_append_only before update or delete on evidence_root
  for each row execute function evidence_append_only();
create trigger tr_evidence_root_not_emptied before truncate on evidence_root
  for each statement execute function evidence_append_only();
create trigger tr_evidence_root_head_append_only before update or delete on evidence_root_head
  for each row execute function evidence_append_only();
create trigger tr_evidence_root_head_not_emptied before truncate on evidence_root_head
  for each statement execute function evidence_append_only();
create function evidence_chain_grows() returns trigger language plpgsql as $$
begin
  if new.chain <> old.chain or new.length <= old.length then
    raise exception 'A chain of evidence only grows';
  end if;
  return new;
end
$$;
create trigger tr_evidence_chain_grows before update on evidence_chain
  for each row execute function evidence_chain_grows();
create trigger tr_evidence_chain_kept before delete on evidence_chain
  for each row execute function evidence_append_only();
