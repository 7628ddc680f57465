create table country (
  iso3             char(3) constraint pk_country primary key,
  name_en          varchar(120) not null,
  name_fr          varchar(120) not null,
  name_es          varchar(120) not null,
  zone             varchar(60)  not null,
  work_week        varchar(80)  not null default 'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY',
  holidays         varchar(10)  not null default '',
  working_language char(2)      not null default 'en',
  quorum_profile   varchar(30)  not null default 'GROUPS_PRESENT',
  training         boolean      not null default false
);
create table country_agency (
  country char(3)     not null constraint fk_country_agency_country references country,
  agency  varchar(30) not null,
  constraint pk_country_agency primary key (country, agency)
);
