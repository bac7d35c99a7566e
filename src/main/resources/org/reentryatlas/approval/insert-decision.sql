insert into approval.decision (proposal_id, what, account_id, remark) values (:proposalId, :what, :accountId, :remark)
