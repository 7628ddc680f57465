-- version: counts the changes of a country; who changes it says which version was read.
alter table country add column languages varchar(120) not null default '';
alter table country add column version integer not null default 1;
-- day: yyyy-MM-dd for one year, --MM-dd for every year.
create table country_own_day (
  country char(3)      not null constraint fk_country_own_day_country references country,
  day     varchar(10)  not null,
  name    varchar(120) not null,
  constraint pk_country_own_day primary key (country, day)
);
-- name: code of a term that countries may set; term: 30d or 10wd. Without a row the term is the program's own.
create table country_term (
  country char(3)     not null constraint fk_country_term_country references country,
  name    varchar(40) not null,
  term    varchar(8)  not null,
  constraint pk_country_term primary key (country, name)
);
