create table agency_answer (
  case_id     varchar(64) not null constraint fk_agency_answer_case references national_process,
  agency      varchar(30) not null,
  answer      varchar(12)
    constraint ck_agency_answer_answer check (answer in ('PARTICIPATE', 'OBSERVE', 'DECLINE')),
  subjects    text,
  resources   text,
  silent      boolean     not null default false,
  invited_at  timestamptz not null,
  answered_at timestamptz,
  answered_by varchar(64),
  constraint pk_agency_answer primary key (case_id, agency)
);
create table lead_agency (
  case_id         varchar(64) constraint pk_lead_agency primary key
    constraint fk_lead_agency_case references national_process,
  proposed        varchar(30),
  ground          varchar(20)
    constraint ck_lead_agency_ground check (ground in ('FIRST_RESIDENT', 'SUPPORT_RESIDENT', 'FIRST_REMOTE')),
  confirmed       varchar(30),
  override_reason text,
  confirmed_at    timestamptz,
  confirmed_by    varchar(64)
);
