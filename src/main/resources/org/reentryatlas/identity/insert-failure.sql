insert into identity.sign_in_failure (client, account_id, is_code)
values (:client, :accountId, :isCode)
