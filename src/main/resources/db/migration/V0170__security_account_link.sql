-- Set while an invitation waits: until it is accepted nobody knows a password of the account.
alter table account add column invited_at timestamptz;
-- Words by which a person is found, without accents.
alter table account add column words tsvector generated always as (to_tsvector('simple', translate(
  lower(display_name || ' ' || login_name), 'áàâäãåçéèêëíìîïñóòôöõúùûüýÿ.-_', 'aaaaaaceeeeiiiinooooouuuuyy   '))) stored;
create index ix_account_words on account using gin (words);
create index ix_account_email on account (lower(email)) where email <> '';
create index ix_account_country_country on account_country (country, account_id);
-- One-time links; the token itself is kept nowhere.
create table account_link (
  id          varchar(64) constraint pk_account_link primary key,
  account_id  varchar(64) not null constraint fk_account_link_account references account,
  purpose     varchar(10) not null constraint ck_account_link_purpose check (purpose in ('INVITATION', 'PASSWORD')),
  token_hash  char(64)    constraint uq_account_link_token_hash unique,
  created_at  timestamptz not null,
  created_by  varchar(64) not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  replaced_at timestamptz
);
create index ix_account_link_account on account_link (account_id);
create unique index uq_account_link_open on account_link (account_id, purpose)
  where used_at is null and replaced_at is null;
