delete from outreach.sign_up
where code_digest = :codeDigest
returning plan_id || '/' || id
