insert into identity.session (token_digest, account_id, form_token)
values (:tokenDigest, :accountId, :formToken)
