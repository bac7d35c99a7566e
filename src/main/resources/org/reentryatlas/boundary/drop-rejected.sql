delete from incoming_area where reject_reason is not null
