create table country_institution (
  country   char(3)      not null,
  acronym   varchar(30)  not null,
  name      varchar(200) not null,
  category  varchar(10)  not null,
  mandatory boolean      not null,
  constraint pk_country_institution primary key (country, acronym)
);
insert into country_institution (country, acronym, name, category, mandatory) values
  ('XTR', 'MOL',  'Ministry of Labour',                 'GOV_CORE', true),
  ('XTR', 'MOH',  'Ministry of Health',                 'GOV_CORE', true),
  ('XTR', 'MOF',  'Ministry of Finance',                'GOV_CORE', true),
  ('XTR', 'MOE',  'Ministry of Education',              'GOV_CORE', true),
  ('XTR', 'NSIF', 'National Social Insurance Fund',     'GOV_SSI',  false),
  ('XTR', 'EFC',  'Employers’ Federation of Coresia',   'EMP',      false),
  ('XTR', 'CTUC', 'Coresia Trade Union Congress',       'WRK',      false),
  ('XTR', 'NNN',  'National Network of NGOs',           'CSO_NAT',  false),
  ('XTR', 'NSO',  'National Statistics Office',         'GOV_STAT', false);
create table institution (
  id         varchar(64)  constraint pk_institution primary key,
  case_id    varchar(64)  not null,
  acronym    varchar(30)  not null,
  name       varchar(200) not null,
  category   varchar(10)  not null constraint ck_institution_category check (category in
    ('GOV_CORE', 'GOV_OTHER', 'GOV_SSI', 'GOV_STAT', 'GOV_SUB', 'EMP', 'WRK', 'CSO_NAT', 'CSO_INF', 'CSO_GRP',
     'PARL', 'UN', 'IFI', 'DP', 'RES')),
  mandatory  boolean      not null,
  email      varchar(254),
  account_id varchar(64),
  reason     text,
  mapped_at  timestamptz  not null,
  constraint uq_institution_acronym unique (case_id, acronym)
);
create index ix_institution_account on institution (account_id) where account_id is not null;
create table person (
  id             varchar(64) constraint pk_person primary key,
  institution_id varchar(64) not null constraint fk_person_institution references institution,
  name           text        not null,
  function       text,
  email          text,
  account_id     varchar(64)
);
create index ix_person_institution on person (institution_id);
create index ix_person_account on person (account_id) where account_id is not null;
create table agency_contact (
  country    char(3)     not null,
  agency     varchar(30) not null,
  account_id varchar(64) not null,
  constraint pk_agency_contact primary key (country, agency, account_id)
);
create index ix_agency_contact_account on agency_contact (account_id);
