-- What an open asking needs to ask one more, and what became of one that was taken out of it.
alter table asking add column process_key varchar(80);
alter table asking add column start_message varchar(60);
update asking set process_key = 'working-group-nomination', start_message = 'nomination.asked' where kind = 'nomination';
update asking set process_key = 'dialogue-round-position', start_message = 'position.asked'
  where kind in ('position', 'late-position');
update asking set process_key = 'validation-opinion', start_message = 'opinion.asked' where kind = 'opinion';
alter table duty add column out_at timestamptz;
alter table duty add column end_reason varchar(1000);
create or replace view tracking_v_duty as select * from duty;
create view tracking_v_asking as
select id, case_id, country, kind, due_date, asked, opened_at, joined_at, closed_at, close_reason from asking;
