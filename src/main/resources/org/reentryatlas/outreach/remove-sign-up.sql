delete from outreach.sign_up
where plan_id = :planId and id = :id
