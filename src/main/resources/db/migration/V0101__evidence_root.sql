create table evidence_root (
  day      date        constraint pk_evidence_root primary key,
  chains   integer     not null,
  merkle   char(64)    not null,
  previous char(64)    not null,
  root     char(64)    not null,
  taken_at timestamptz not null
);
-- The heads under a root that have moved since the root before it.
create table evidence_root_head (
  chain    varchar(64) not null,
  day      date        not null constraint fk_evidence_root_head_root references evidence_root,
  position bigint      not null,
  link     char(64)    not null,
  constraint pk_evidence_root_head primary key (chain, day)
);
create index ix_evidence_root_head_day on evidence_root_head (day);
