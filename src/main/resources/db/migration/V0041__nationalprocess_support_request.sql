create table support_request (
  case_id                varchar(64) constraint pk_support_request primary key
    constraint fk_support_request_case references national_process,
  requesting_institution text,
  government_origin      boolean,
  signatory_function     text,
  authority_level        varchar(20),
  signed_letter          boolean,
  letter_date            date,
  lead_ministry          text,
  objectives             text,
  g1                     boolean     not null,
  g2                     boolean     not null,
  g3                     boolean     not null,
  g4                     boolean     not null,
  subject                varchar(30),
  expected_completion    date,
  link_to_national_plan  text,
  submitted_by           varchar(64) not null,
  submitted_at           timestamptz not null,
  proposed_outcome       varchar(10),
  proposal_about         varchar(20),
  checked_outcome        varchar(10),
  check_reason           text,
  check_questions        text,
  checked_by             varchar(64),
  checked_at             timestamptz,
  status                 varchar(14) not null constraint ck_support_request_status check (status in
    ('SUBMITTED', 'ACKNOWLEDGED', 'CLARIFICATION', 'ACCEPTED', 'DECLINED', 'REDIRECTED', 'LAPSED')),
  status_reason          text,
  accepted_at            timestamptz,
  constraint ck_support_request_government check (status <> 'ACCEPTED' or government_origin is distinct from false)
);
create table clarification (
  id          varchar(64) constraint pk_clarification primary key,
  case_id     varchar(64) not null constraint fk_clarification_request references support_request,
  question    text        not null,
  asked_at    timestamptz not null,
  due_date    date        not null,
  extended_at timestamptz,
  answer      text,
  answered_at timestamptz,
  answered_by varchar(64)
);
create index ix_clarification_case on clarification (case_id, asked_at);
create table appraisal (
  case_id      varchar(64) constraint pk_appraisal primary key
    constraint fk_appraisal_request references support_request,
  embedding    varchar(20) constraint ck_appraisal_embedding check (embedding in ('EXISTING_BODY', 'NEW_BODY')),
  body         text,
  risks        text,
  appraised_at timestamptz not null,
  appraised_by varchar(64) not null
);
