select name, media_type, content from approval.file where proposal_id = :proposalId and name = :name
