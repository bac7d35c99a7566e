insert into approval.recheck (release_id, outcome, remark, account_id)
select p.id, :outcome, :remark, :accountId from approval.posted p where p.id = :releaseId
