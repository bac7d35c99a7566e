-- Each spelling once: what it says, in standard form, or the class that its words alone decide. A text that no address can
-- be as long as is not even looked into. Materialized, since otherwise each mention of a column would compute it again.
create temporary table geocode_worded on commit drop as
with spelling as (
    select distinct coalesce(address, '') as address, coalesce(city, '') as city, coalesce(postal_code, '') as postal_code
    from geocode_request
), cleaned as materialized (
    select row_number() over (order by address, city, postal_code) as id,
           s.*,
           case when length(address) <= 300 then address.clean(address) else 'TOO LONG' end as plain,
           case when length(city) <= 100 then address.clean(city) else '' end as plain_city,
           coalesce(substring(postal_code from '[0-9]{5}'), '') as plain_postal_code
    from spelling s
)
select c.*,
           case
               when plain !~ '[A-Z0-9]'
                   or plain ~ '^(NONE|NULL|N ?/? ?A|TBD|UNK|UNKNOWN|NOT (KNOWN|GIVEN|PROVIDED|AVAILABLE)|REFUSED|X+|[0-9]|[A-Z])$'
                   then 'blank'
               when plain ~ '\m(HOMELESS|UNHOUSED|UNSHELTERED|TRANSIENT|UNDOMICILED|NFA|(NO|NOT A) (FIXED|PERMANENT|STABLE|KNOWN) (ADDRESS|ABODE|RESIDENCE|ADDR)|NO (ADDRESS|ABODE|RESIDENCE)|GENERAL DELIVERY|COUCH SURF(ING|ER)?|(LIVES|LIVING|SLEEPS|SLEEPING|STAYS|STAYING) (IN|ON|OUT OF) (THE |A |HIS |HER |THEIR )?(STREETS?|CAR|VEHICLE|VAN|TRUCK|TENT|PARK|WOODS)|ON THE STREETS?)\M'
                   and plain !~ '\mHOMELESS (SHELTER|SERVICES?)\M'
                   then 'no_fixed_address'
               when plain ~ '\m(JAIL|PRISON|PENITENTIARY|CORRECTION(AL|S)? (FACILITY|INSTITUTION|CENTER|CENTRE|COMPLEX|CTR)|CORRECTIONAL|DEPARTMENT OF CORRECTIONS|DETENTION (CENTER|CENTRE|FACILITY|CTR)|REFORMATORY|FCI|USP|INCARCERATED|IN CUSTODY)\M'
                   and plain !~ '\m(JAIL|PRISON|PENITENTIARY|CORRECTIONAL|REFORMATORY) (ST|STREET|RD|ROAD|AVE?|AVENUE|LN|LANE|DR|DRIVE|WAY|HILL|ALLEY|CT|COURT|PL|PLACE)\M'
                   then 'correctional_facility'
           end as class,
           case
               when plain ~ '\m(P ?O|POST OFFICE|POSTAL) ?(BOX|BX|B)\M' or plain ~ '^(BOX|CALLER|DRAWER|POB) ?[0-9]+' then 'po_box'
               when plain ~ '\m(R ?R|RURAL (RT|RTE|ROUTE)|RFD|RD|H ?C ?R?|HIGHWAY CONTRACT( ROUTE)?|STAR (RT|RTE|ROUTE)|SR) ?#? ?[0-9]+ ?,? (BOX|BX) ?#? ?[0-9A-Z]+' or plain ~ '^(RR|RURAL (RT|RTE|ROUTE)|RFD|STAR (RT|RTE|ROUTE)) ?#? ?[0-9]+' then 'rural_route'
           end as otherwise
    from cleaned c
;
create temporary table geocode_text on commit drop as
with headed as materialized (
    select w.*, t.city as tail_city, t.state as tail_state, t.postal_code as tail_postal_code, t.head,
           coalesce(c.part[1], w.plain_city) as city_alone,
           coalesce(address.word_of('state', c.part[2]), t.state, '') as said_state
    from geocode_worded w
    left join lateral regexp_match(w.plain_city, '^(.*?)[ ,]+([A-Z]{2})$') as c (part) on true
    left join lateral address.split_tail(
        regexp_replace(
            plain,
            '\m((P ?O|POST OFFICE|POSTAL) ?(BOX|BX|B)|(R ?R|RURAL (RT|RTE|ROUTE)|RFD|H ?C ?R?|STAR (RT|RTE|ROUTE)) ?#? ?[0-9]+ ?,? (BOX|BX)) ?#? ?[0-9A-Z-]*',
            ' ')) t on w.class is null
), said as materialized (
    select h.*,
           coalesce(nullif(city_alone, ''), tail_city, '') as said_city,
           coalesce(nullif(plain_postal_code, ''), tail_postal_code, '') as said_postal_code,
           -- The part that begins with a number: a line, what follows a comma, or what follows other words.
           case when head ~ '^[0-9]' and head !~ ';' then head
                else coalesce(substring(head from '(?:^|; )([0-9][^;]*)'),
                              replace(substring(head from ', ([0-9]+[A-Z]? [0-9A-Z].*)$'), ';', ' '),
                              replace(substring(head from ' ([0-9]{1,6} [0-9A-Z]{2}.*)$'), ';', ' '),
                              head)
           end as numbered
    from headed h
)
select s.id, s.address, s.city, s.postal_code, s.plain, s.otherwise, s.head, s.said_city, s.said_postal_code,
       case
           when s.class is not null then s.class
           when exists (select from address.locality where kind = 'state')
               and s.said_state <> ''
               and not exists (select from address.locality where kind = 'state' and name = s.said_state)
               then 'out_of_jurisdiction'
           when s.said_postal_code <> ''
               and exists (select from address.locality where kind = 'postal_code')
               and not exists (select from address.locality where kind = 'postal_code' and left(name, 3) = left(s.said_postal_code, 3))
               then 'out_of_jurisdiction'
           when s.said_city <> ''
               and exists (select from address.locality where kind = 'city')
               and not exists (select from address.locality where kind = 'city' and similarity(name, s.said_city) > 0.5)
               and not exists (select from address.locality where kind = 'postal_code' and name = s.said_postal_code)
               then 'out_of_jurisdiction'
       end as class,
       n.number, n.number_suffix, n.block_to, n.rest, p.predir, p.name, p.suffix, p.postdir,
       s.numbered <> s.head and s.head !~ '^[0-9]' as is_extra
from said s
left join lateral address.split_number(s.numbered) n on s.class is null
left join lateral address.parse_street(n.rest) p on n.number is not null
