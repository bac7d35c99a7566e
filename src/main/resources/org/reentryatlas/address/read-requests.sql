-- Each spelling once: what it says, in standard form, or the class that its words alone decide. A text that no address can
-- be as long as is not even looked into.
create temporary table geocode_text on commit drop as
with spelling as (
    select distinct coalesce(address, '') as address, coalesce(city, '') as city, coalesce(postal_code, '') as postal_code
    from geocode_request
), cleaned as (
    select row_number() over (order by address, city, postal_code) as id,
           s.*,
           case when length(address) <= 300 then address.clean(address) else 'TOO LONG' end as plain,
           case when length(city) <= 100 then address.clean(city) else '' end as plain_city,
           coalesce(substring(postal_code from '[0-9]{5}'), '') as plain_postal_code
    from spelling s
), worded as (
    select c.*,
           case
               when plain !~ '[A-Z0-9]'
                   or plain ~ '^(NONE|NULL|N/? ?A|NA|TBD|UNK|UNKNOWN|NOT (KNOWN|GIVEN|PROVIDED|AVAILABLE)|REFUSED|X+|[0-9]|[A-Z])$'
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
), headed as (
    select w.*,
           t.city as tail_city,
           t.state as state,
           t.postal_code as tail_postal_code,
           coalesce(substring(t.head from '(?:^|; )([0-9][^;]*)'), replace(t.head, ';', ' ')) as head
    from worded w
    left join lateral address.split_tail(
        regexp_replace(
            plain,
            '\m((P ?O|POST OFFICE|POSTAL) ?(BOX|BX|B)|(R ?R|RURAL (RT|RTE|ROUTE)|RFD|H ?C ?R?|STAR (RT|RTE|ROUTE)) ?#? ?[0-9]+ ?,? (BOX|BX)) ?#? ?[0-9A-Z-]*',
            ' ')) t on w.class is null
)
select h.id, h.address, h.city, h.postal_code, h.plain, h.class, h.otherwise, h.state, h.head,
       coalesce(nullif(h.plain_city, ''), h.tail_city, '') as said_city,
       coalesce(nullif(h.plain_postal_code, ''), h.tail_postal_code, '') as said_postal_code,
       n.number, n.number_suffix, n.block_to, n.rest,
       s.predir, s.name, s.suffix, s.postdir
from headed h
left join lateral address.split_number(h.head) n on true
left join lateral address.parse_street(n.rest) s on n.number is not null
