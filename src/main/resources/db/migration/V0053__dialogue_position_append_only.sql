create function position_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'A position is never changed or removed; a new one names the old one';
end
$$;
create trigger tr_position_append_only before update or delete on position
  for each row execute function position_append_only();
