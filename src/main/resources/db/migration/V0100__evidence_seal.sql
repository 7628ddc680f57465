-- What a chain has come to; whoever holds this row's lock seals the chain.
create table evidence_chain (
  chain  varchar(64) constraint pk_evidence_chain primary key,
  length bigint      not null,
  head   char(64)    not null
);
create table evidence_seal (
  evidence_id bigint      constraint pk_evidence_seal primary key
    constraint fk_evidence_seal_evidence references evidence,
  chain       varchar(64) not null,
  position    bigint      not null,
  row_hash    char(64)    not null,
  link        char(64)    not null,
  sealed_at   timestamptz not null,
  constraint uq_evidence_seal_position unique (chain, position)
);
-- Committed rows that no chain holds yet: ids do not commit in order, so no watermark would find them all.
create table evidence_unsealed (
  chain       varchar(64) not null,
  evidence_id bigint      not null,
  constraint pk_evidence_unsealed primary key (chain, evidence_id)
);
create function evidence_to_seal() returns trigger language plpgsql as $$
begin
  insert into evidence_unsealed (chain, evidence_id) values (coalesce(new.case_id, '-'), new.id);
  return null;
end
$$;
create trigger tr_evidence_to_seal after insert on evidence
  for each row execute function evidence_to_seal();
insert into evidence_unsealed (chain, evidence_id) select coalesce(case_id, '-'), id from evidence;
