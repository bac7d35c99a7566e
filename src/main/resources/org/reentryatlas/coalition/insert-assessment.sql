insert into coalition.assessment (edition)
values (:edition)
returning id
