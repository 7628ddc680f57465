create index ix_duty_country_open on duty (country, case_id, due_date) where state = 'open';
