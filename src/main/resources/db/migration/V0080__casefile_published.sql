create table case_event (
  case_id      varchar(64) not null,
  event        varchar(60) not null,
  milestone_id bigint      not null,
  body         varchar(200),
  attempt      integer,
  constraint pk_case_event primary key (case_id, event)
);
create table case_figure (
  case_id    varchar(64) not null,
  ord        integer     not null,
  name       varchar(60) not null,
  title_en   text        not null,
  title_fr   text        not null,
  title_es   text        not null,
  from_event varchar(60) not null,
  to_event   varchar(60) not null,
  constraint pk_case_figure primary key (case_id, name)
);
create table case_reported_span (
  case_id   varchar(64) not null,
  ord       integer     not null,
  name      varchar(60) not null,
  title_en  text        not null,
  title_fr  text        not null,
  title_es  text        not null,
  from_text varchar(10) not null,
  to_text   varchar(10) not null,
  note      text,
  source    text,
  constraint pk_case_reported_span primary key (case_id, name)
);
create table case_note (
  id      bigint generated always as identity constraint pk_case_note primary key,
  case_id varchar(64) not null,
  kind    varchar(24) not null
    constraint ck_case_note_kind check (kind in ('NOTE', 'CHAIR', 'ATTENDS_WITHOUT_SEAT', 'BODY_CHAIR')),
  text    text        not null
);
create index ix_case_note_case on case_note (case_id, id);
create table case_source (
  case_id varchar(64) not null,
  ord     integer     not null,
  title   text        not null,
  address text        not null,
  constraint pk_case_source primary key (case_id, ord)
);
