create table recommendation_list (
  case_id  varchar(64) constraint pk_recommendation_list primary key,
  fixed_at timestamptz,
  fixed_by varchar(64),
  last_code integer not null default 0
);
create table recommendation (
  id                varchar(64) constraint pk_recommendation primary key,
  case_id           varchar(64)   not null constraint fk_recommendation_list references recommendation_list,
  number            integer       not null,
  guarantee         varchar(10)   not null
    constraint ck_recommendation_guarantee check (guarantee in ('G1', 'G2', 'G3', 'G4', 'PACKAGE')),
  title             varchar(200)  not null,
  text              varchar(4000) not null,
  text_version      integer       not null default 1,
  priority          integer constraint ck_recommendation_priority check (priority between 1 and 3),
  needs_law         boolean,
  added_cost        numeric(8, 4) constraint ck_recommendation_cost check (added_cost between 0 and 100),
  proposed_by       varchar(200),
  consensus_state   varchar(30),
  political_outcome varchar(20),
  created_at        timestamptz   not null,
  changed_at        timestamptz   not null,
  constraint uq_recommendation unique (case_id, number)
);
create view assessment_v_recommendation as
select id, case_id, number, 'R' || number as code, guarantee, title, text, text_version, priority, needs_law, added_cost,
       proposed_by, consensus_state, political_outcome
  from recommendation;
