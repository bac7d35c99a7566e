delete from incoming_union
