-- A sector that lies in two districts would be counted in neither or both.
insert into finding (verdict, kind, key, other_key, detail)
select 'refuses',
       'not_nested',
       lower_key,
       max(upper_key),
       format(
           '%s ''%s'' lies in %s ''%s'' and in %s ''%s''',
           :lower, lower_key, :upper, min(upper_key), :upper, max(upper_key))
from (
    select keys ->> cast(:lower as text) as lower_key, keys ->> cast(:upper as text) as upper_key
    from incoming_area
) pair
group by lower_key
having min(upper_key) <> max(upper_key)
order by lower_key
