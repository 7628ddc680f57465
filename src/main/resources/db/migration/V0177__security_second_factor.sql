-- The secret is encrypted; last_step is the time step of the last code taken, so that none counts twice.
create table account_second_factor (
  account_id   varchar(64) constraint pk_account_second_factor primary key
    constraint fk_account_second_factor_account references account,
  secret       bytea       not null,
  last_step    bigint      not null default 0,
  started_at   timestamptz not null,
  confirmed_at timestamptz
);
create table account_recovery_code (
  account_id varchar(64) not null constraint fk_account_recovery_code_account references account,
  code_hash  char(64)    not null,
  used_at    timestamptz,
  constraint pk_account_recovery_code primary key (account_id, code_hash)
);
