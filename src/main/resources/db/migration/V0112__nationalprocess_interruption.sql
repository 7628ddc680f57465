create table government_change (
  id          varchar(64)   constraint pk_government_change primary key,
  country     char(3)       not null,
  changed_on  date          not null,
  reason      varchar(1000) not null,
  recorded_at timestamptz   not null,
  recorded_by varchar(64)   not null
);
create index ix_government_change_country on government_change (country, recorded_at);
create table interruption (
  id                   varchar(64)   constraint pk_interruption primary key,
  case_id              varchar(64)   not null constraint fk_interruption_case references national_process,
  kind                 varchar(20)   not null
    constraint ck_interruption_kind check (kind in ('SUSPENSION', 'GOVERNMENT_CHANGE', 'WITHDRAWAL')),
  reason               varchar(1000) not null,
  from_at              timestamptz   not null,
  from_by              varchar(64)   not null,
  until_at             timestamptz,
  until_by             varchar(64),
  until_reason         varchar(1000),
  government_change_id varchar(64) constraint fk_interruption_change references government_change,
  mandate              varchar(10) constraint ck_interruption_mandate check (mandate in ('CONFIRMED', 'CHANGED')),
  mandate_text         varchar(4000),
  members              varchar(10) constraint ck_interruption_members check (members in ('CONFIRMED', 'NEW')),
  reference            varchar(200),
  asking_id            varchar(64)
);
create unique index uq_interruption_open on interruption (case_id, kind) where until_at is null;
create index ix_interruption_case on interruption (case_id, from_at);
create index ix_interruption_change on interruption (government_change_id);
