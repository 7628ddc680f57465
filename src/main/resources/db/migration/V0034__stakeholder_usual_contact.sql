alter table country_institution add column account_id varchar(64);
