-- Who signs in through a provider: its issuer and its subject, which it never gives to anybody else.
create table account_identity (
  issuer     varchar(300) not null,
  subject    varchar(255) not null,
  account_id varchar(64)  not null constraint fk_account_identity_account references account,
  linked_at  timestamptz  not null,
  -- When the provider made the claims that the grants follow; older claims change nothing.
  claims_at  timestamptz  not null,
  constraint pk_account_identity primary key (issuer, subject)
);
create index ix_account_identity_account on account_identity (account_id);
-- What the provider's claims grant, apart from what was granted by hand; one row says a role, and with it a function or a country.
create table account_provider_grant (
  account_id varchar(64) not null constraint fk_account_provider_grant_account references account,
  role       varchar(20) not null constraint ck_account_provider_grant_role
    check (role in ('COORDINATOR', 'STAKEHOLDER', 'MANAGER', 'AUDITOR', 'ADMINISTRATOR')),
  function   varchar(30),
  country    char(3) constraint fk_account_provider_grant_country references country,
  constraint ck_account_provider_grant_function check (function is null or country is not null),
  constraint uq_account_provider_grant unique nulls not distinct (account_id, role, function, country)
);
create index ix_account_provider_grant_role on account_provider_grant (role, account_id);
create index ix_account_provider_grant_function on account_provider_grant (function, account_id) where function is not null;
