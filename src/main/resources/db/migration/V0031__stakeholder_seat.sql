create table seat (
  id             varchar(64) constraint pk_seat primary key,
  case_id        varchar(64) not null,
  institution_id varchar(64) not null constraint fk_seat_institution references institution,
  side           varchar(4)  not null,
  voting         boolean     not null,
  state          varchar(10) not null
    constraint ck_seat_state check (state in ('INVITED', 'SEATED', 'DECLINED', 'VACANT', 'SILENT')),
  from_at        timestamptz,
  to_at          timestamptz
);
create index ix_seat_case on seat (case_id);
create unique index uq_seat_institution on seat (institution_id) where to_at is null;
create table nomination (
  id               varchar(64) constraint pk_nomination primary key,
  seat_id          varchar(64) not null constraint fk_nomination_seat references seat,
  asked_at         timestamptz not null,
  answer           varchar(10) constraint ck_nomination_answer check (answer in ('NOMINATE', 'DECLINE', 'SILENT')),
  full_member_id   varchar(64) constraint fk_nomination_full_member references person,
  substitute_id    varchar(64) constraint fk_nomination_substitute references person,
  letter_reference text,
  reason           text,
  channel          varchar(20),
  answered_at      timestamptz,
  answered_by      varchar(64)
);
create index ix_nomination_seat on nomination (seat_id, asked_at);
create index ix_nomination_full_member on nomination (full_member_id);
create index ix_nomination_substitute on nomination (substitute_id);
