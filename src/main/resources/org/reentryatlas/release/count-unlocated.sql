-- People whose address could not be placed, by the base area that their agency names for them.
select stated_area_id as area_id, count(*) as people
from located
where stated_area_id is not null
  and outcome not in ('in_area', 'in_no_area', 'in_no_atom', 'supervision_ended', 'out_of_jurisdiction')
group by stated_area_id
