create index ix_mediation_item on mediation (item_id, recorded_at);
alter table round add column convened integer not null default 0;
