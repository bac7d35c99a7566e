insert into coalition.assessment_version (assessment_id, version, body, account_id)
values (:id, :version, :body::jsonb, :accountId)
