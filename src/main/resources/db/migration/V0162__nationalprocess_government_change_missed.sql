-- Cases that a change of government could not freeze, since their model knows no such change.
create table government_change_missed (
  change_id varchar(64) not null constraint fk_government_change_missed_change references government_change,
  case_id   varchar(64) not null constraint fk_government_change_missed_case references national_process,
  constraint pk_government_change_missed primary key (change_id, case_id)
);
create index ix_government_change_missed_case on government_change_missed (case_id);
