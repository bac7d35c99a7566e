select count(*) filter (where k.key is null) as added,
       count(*) filter (where k.digest <> i.digest) as changed,
       count(*) filter (where i.key is null) as removed,
       count(*) filter (where k.digest = i.digest) as unchanged
from incoming_content i
full join (select * from provider.content where source = :source) k on k.kind = i.kind and k.key = i.key
