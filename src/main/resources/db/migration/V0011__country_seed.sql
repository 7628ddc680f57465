insert into country (iso3, name_en, name_fr, name_es, zone, holidays, working_language, quorum_profile, training) values
  ('PHL', 'Philippines', 'Philippines', 'Filipinas', 'Asia/Manila', 'ph', 'en', 'GROUPS_PRESENT', false),
  ('XTR', 'Coresia (training)', 'Coresia (formation)', 'Coresia (formación)', 'UTC', '', 'en', 'GROUPS_PRESENT', true);
insert into country_agency (country, agency) values
  ('PHL', 'ILO'), ('PHL', 'WHO'), ('PHL', 'UNICEF'), ('PHL', 'WFP'), ('PHL', 'WORLD-BANK'), ('PHL', 'UNFPA'),
  ('PHL', 'FAO'), ('PHL', 'UNDP'), ('PHL', 'UN-WOMEN'), ('PHL', 'UNHCR'), ('PHL', 'IOM'),
  ('XTR', 'ILO'), ('XTR', 'WHO'), ('XTR', 'UNICEF');
