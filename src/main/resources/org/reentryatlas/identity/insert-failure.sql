insert into identity.sign_in_failure (client, account_id)
values (:client, :accountId)
