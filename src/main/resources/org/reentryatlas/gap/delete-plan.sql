delete from gap.plan
where id = :id
