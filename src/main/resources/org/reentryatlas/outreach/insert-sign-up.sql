insert into outreach.sign_up (plan_id, shift, name, code_digest)
values (:planId, :shift, :name, :codeDigest)
