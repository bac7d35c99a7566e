-- Our own short list of reentry services, in the order in which a person comes home to them, and the words of common
-- directories for them. Community supervision is a service to be found on the map, not a need.

insert into provider.category (position, code, name, description, is_need) values
    (1, 'housing', 'Housing', 'Emergency, transitional and permanent housing, and help to keep it', true),
    (2, 'employment', 'Employment', 'Job search, readiness and placement', true),
    (3, 'vocational_training', 'Vocational training', 'Training for a trade, apprenticeship, certificates', true),
    (4, 'education', 'Education', 'Literacy, English, high-school equivalency, adult and higher education', true),
    (5, 'identification', 'Identification', 'Birth certificate, state identification, driver license', true),
    (6, 'health_insurance', 'Health insurance', 'Medicaid and other coverage, enrolment', true),
    (7, 'substance_use_treatment', 'Substance-use treatment', 'Counseling, medication and recovery support', false),
    (8, 'mental_health', 'Mental-health care', 'Counseling, clinics and crisis care', false),
    (9, 'family_counseling', 'Family counseling', 'Parenting, family reunification, mediation at home', true),
    (10, 'legal_aid', 'Legal aid', 'Civil legal help, record sealing, child support, mediation', true),
    (11, 'transportation', 'Transportation', 'Fares, rides and help to get a license', true),
    (12, 'food', 'Food', 'Pantries, meals and food benefits', true),
    (13, 'community_supervision', 'Community supervision', 'Probation, parole and reporting offices', false);

insert into provider.category_term (term, code)
select lower(name), code from provider.category
union select code, code from provider.category;

insert into provider.category_term (term, code) values
    ('homeless-men', 'housing'), ('homeless-women', 'housing'), ('homeless-families', 'housing'),
    ('homeless-youth', 'housing'), ('homeless-mentally ill', 'housing'), ('shelter-emergency', 'housing'),
    ('shelter-transitional', 'housing'), ('shelter general', 'housing'), ('shelter-hypothermia', 'housing'),
    ('shelter-safe havens', 'housing'), ('housing*', 'housing'), ('housing-affordable', 'housing'),
    ('housing-seniors', 'housing'), ('housing-disabled', 'housing'), ('housing-search/placement', 'housing'),
    ('housing-financial assistance', 'housing'), ('housing-permanent supportive', 'housing'),
    ('housing-relocation assistance', 'housing'), ('housing-supervised living', 'housing'),
    ('emergency shelter', 'housing'), ('transitional housing', 'housing'),
    ('employment-search/placement', 'employment'), ('employment-readiness', 'employment'),
    ('employment general', 'employment'), ('employment-career counseling', 'employment'),
    ('job placement', 'employment'), ('jobs', 'employment'),
    ('employment-training', 'vocational_training'), ('education-vocational', 'vocational_training'),
    ('training-computer', 'vocational_training'), ('training general', 'vocational_training'),
    ('vocational', 'vocational_training'), ('job training', 'vocational_training'),
    ('adult education', 'education'), ('education-ged', 'education'), ('education-literacy', 'education'),
    ('education-esl/esol', 'education'), ('education-adult general', 'education'), ('education general', 'education'),
    ('education-remedial', 'education'), ('education-academic counseling', 'education'),
    ('birth certificates', 'identification'), ('driver licenses', 'identification'), ('id', 'identification'),
    ('insurance-health', 'health_insurance'), ('insurance-healthcare alliance', 'health_insurance'),
    ('medical insurance', 'health_insurance'), ('medicaid', 'health_insurance'),
    ('substance abuse services', 'substance_use_treatment'), ('substance abuse-counseling', 'substance_use_treatment'),
    ('substance abuse-relapse prev.', 'substance_use_treatment'), ('support groups-12 step', 'substance_use_treatment'),
    ('substance abuse treatment', 'substance_use_treatment'), ('substance use', 'substance_use_treatment'),
    ('mh (mental health)', 'mental_health'), ('mh-counseling', 'mental_health'), ('mh-family', 'mental_health'),
    ('mh-mental illness', 'mental_health'), ('mh facility-outpatient', 'mental_health'),
    ('mh facility-drop-in centers', 'mental_health'), ('mental health', 'mental_health'),
    ('family support', 'family_counseling'),
    ('parenting-education', 'family_counseling'), ('parenting-skills', 'family_counseling'),
    ('parenting-services', 'family_counseling'), ('fatherhood', 'family_counseling'),
    ('legal-aid', 'legal_aid'), ('legal-advocacy', 'legal_aid'), ('legal-representation', 'legal_aid'),
    ('legal-mediation/arbitration', 'legal_aid'), ('legal-education/information', 'legal_aid'),
    ('child support', 'legal_aid'), ('court records', 'legal_aid'), ('legal services', 'legal_aid'),
    ('transportation-medical', 'transportation'), ('transportation-driver ed.', 'transportation'),
    ('food*', 'food'), ('food-pantries', 'food'), ('food-emergency assistance', 'food'),
    ('food-congregate meals', 'food'), ('food-soup kitchens', 'food'), ('food-groceries', 'food'),
    ('food-delivery', 'food'), ('food-meal assistance', 'food'), ('food-banks', 'food'), ('food stamps', 'food'),
    ('food pantry', 'food'), ('meals', 'food'),
    ('probation', 'community_supervision'), ('parole', 'community_supervision');

insert into published.measure (position, code, title, description) values
    (0, 'people', 'People under supervision', 'People whose current home address lies in the area on the reference date');

insert into published.measure (position, code, title, description)
select position, 'need_' || code, 'People who need ' || lower(name),
       'People under supervision in the area whose supervision plan names this need: ' || lower(description)
from provider.category
where is_need;
