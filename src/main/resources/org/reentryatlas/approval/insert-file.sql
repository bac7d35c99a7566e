insert into approval.file (proposal_id, name, media_type, content)
values (:proposalId, :name, :mediaType, :content)
