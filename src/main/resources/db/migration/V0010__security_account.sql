create table account (
  id            varchar(64)  constraint pk_account primary key,
  login_name    varchar(60)  not null constraint uq_account_login_name unique,
  display_name  varchar(160) not null,
  email         varchar(254) not null default '',
  language      char(2)      not null default 'en' constraint ck_account_language check (language in ('en', 'fr', 'es')),
  password_hash varchar(100) not null,
  created_at    timestamptz  not null,
  closed_at     timestamptz
);
create index ix_account_display_name on account (display_name, id);
create table account_role (
  account_id varchar(64) not null constraint fk_account_role_account references account,
  role       varchar(20) not null constraint ck_account_role_role
    check (role in ('COORDINATOR', 'STAKEHOLDER', 'MANAGER', 'AUDITOR', 'ADMINISTRATOR')),
  constraint pk_account_role primary key (account_id, role)
);
create index ix_account_role_role on account_role (role);
create table account_country (
  account_id varchar(64) not null constraint fk_account_country_account references account,
  country    char(3)     not null constraint fk_account_country_country references country,
  constraint pk_account_country primary key (account_id, country)
);
create table account_function (
  account_id varchar(64) not null constraint fk_account_function_account references account,
  function   varchar(30) not null,
  country    char(3)     not null,
  constraint pk_account_function primary key (account_id, function, country),
  constraint fk_account_function_country foreign key (account_id, country) references account_country
);
create index ix_account_function_function on account_function (function, country);
create view security_v_person as select id, display_name, language, closed_at is null as open from account;
create table account_agency (
  account_id varchar(64) not null constraint fk_account_agency_account references account,
  agency     varchar(30) not null,
  constraint pk_account_agency primary key (account_id, agency)
);
create index ix_account_agency_agency on account_agency (agency);
