create table demo_case (
  name      varchar(40) constraint pk_demo_case primary key,
  case_id   varchar(64) not null,
  loaded_at timestamptz
);
