create table round (
  id                        varchar(64) constraint pk_round primary key,
  case_id                   varchar(64) not null,
  sitting                   integer     not null,
  number                    integer     not null,
  convocation               integer     not null constraint ck_round_convocation check (convocation in (1, 2)),
  held_on                   date,
  place                     varchar(400),
  mode                      varchar(20) constraint ck_round_mode check (mode in ('IN_PERSON', 'ONLINE', 'MIXED')),
  answer_term               integer constraint ck_round_answer_term check (answer_term between 1 and 60),
  agenda                    varchar(4000),
  attendance_recorded_at    timestamptz,
  chair_present             boolean,
  quorum                    boolean,
  state                     varchar(12) not null
    constraint ck_round_state check (state in ('PREPARED', 'CONVENED', 'ASKING', 'CLOSED', 'NO_QUORUM')),
  asking_id                 varchar(64),
  asking_open               boolean     not null default false,
  late_asking_id            varchar(64),
  written_procedure_done_at timestamptz,
  opened_at                 timestamptz not null,
  closed_at                 timestamptz,
  constraint uq_round unique (case_id, sitting)
);
create table round_item (
  id                varchar(64) constraint pk_round_item primary key,
  round_id          varchar(64)   not null constraint fk_round_item_round references round,
  recommendation_id varchar(64)   not null,
  code_number       integer       not null,
  guarantee         varchar(10)   not null,
  title             varchar(200)  not null,
  text              varchar(4000) not null,
  text_version      integer       not null,
  state             varchar(10)   not null constraint ck_round_item_state check (state in ('OPEN', 'DECIDED')),
  result            varchar(30),
  mediation_state   varchar(12)   not null default 'NONE'
    constraint ck_round_item_mediation check (mediation_state in ('NONE', 'SETTLED', 'NOT_SETTLED')),
  constraint uq_round_item unique (round_id, recommendation_id)
);
create table attendance (
  round_id varchar(64) not null constraint fk_attendance_round references round,
  seat_id  varchar(64) not null,
  side     varchar(10) not null,
  voting   boolean     not null,
  present  boolean     not null,
  constraint pk_attendance primary key (round_id, seat_id)
);
create table electorate (
  round_id varchar(64) not null constraint fk_electorate_round references round,
  seat_id  varchar(64) not null,
  side     varchar(10) not null,
  constraint pk_electorate primary key (round_id, seat_id)
);
create table position (
  id          varchar(64) constraint pk_position primary key,
  seq         bigint generated always as identity,
  item_id     varchar(64) not null constraint fk_position_item references round_item,
  round_id    varchar(64) not null,
  seat_id     varchar(64) not null,
  value       varchar(30) not null constraint ck_position_value
    check (value in ('SUPPORT', 'SUPPORT_WITH_RESERVATION', 'OBJECT', 'ABSTAIN', 'NO_POSITION')),
  text        varchar(4000),
  previous_id varchar(64) constraint fk_position_previous references position,
  recorded_at timestamptz not null,
  recorded_by varchar(64) not null,
  channel     varchar(20),
  reference   varchar(120),
  constraint fk_position_electorate foreign key (round_id, seat_id) references electorate,
  constraint uq_position_previous unique (previous_id)
);
create unique index uq_position_first on position (item_id, seat_id) where previous_id is null;
create index ix_position_round on position (round_id, seat_id, item_id);
create table did_not_join (
  item_id varchar(64) not null constraint fk_did_not_join_item references round_item,
  side    varchar(10) not null,
  constraint pk_did_not_join primary key (item_id, side)
);
create table mediation (
  id          varchar(64) constraint pk_mediation primary key,
  item_id     varchar(64)   not null constraint fk_mediation_item references round_item,
  settled     boolean       not null,
  new_text    varchar(4000),
  note        varchar(4000),
  recorded_at timestamptz   not null,
  recorded_by varchar(64)   not null
);
create table chair_choice (
  item_id     varchar(64) constraint pk_chair_choice primary key constraint fk_chair_choice_item references round_item,
  choice      varchar(20) not null
    constraint ck_chair_choice check (choice in ('CLOSE_WITH_DISSENT', 'ALTERNATIVES', 'DROP')),
  reason      varchar(4000),
  recorded_at timestamptz not null,
  recorded_by varchar(64) not null
);
