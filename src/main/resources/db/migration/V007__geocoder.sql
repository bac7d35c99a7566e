-- The address reference as the geocoder asks it: streets in one spelling, points and centre lines on them, a register of
-- facilities, and the functions that bring any spelling into that one. Nothing here is about a person.

-- Words of addresses and their standard form: facts of USPS Publication 28 (appendices B and C) and of common use.
create table address.word (
    kind     text not null check (kind in ('suffix', 'direction', 'ordinal', 'name', 'state', 'number')),
    word     text not null,
    standard text not null,
    primary key (kind, word)
);

-- A line is a standard form and its other spellings.
insert into address.word (kind, word, standard)
select distinct on (kind, word) kind, word, split_part(line, ' ', 1)
from (values
    ('direction', array ['N NORTH NO', 'S SOUTH SO', 'E EAST', 'W WEST', 'NE NORTHEAST', 'NW NORTHWEST', 'SE SOUTHEAST',
                         'SW SOUTHWEST']),
    ('suffix', array [
        'ALY ALLEY ALLEE ALLY', 'ANX ANEX ANNEX ANNX', 'ARC ARCADE', 'AVE AV AVEN AVENU AVENUE AVN AVNUE', 'BYU BAYOU BAYOO',
        'BCH BEACH', 'BND BEND', 'BLF BLUF BLUFF', 'BTM BOT BOTTM BOTTOM', 'BLVD BOUL BOULEVARD BOULV BLV BVD BV',
        'BR BRNCH BRANCH', 'BRG BRDGE BRIDGE', 'BRK BROOK', 'BRKS BROOKS', 'BYP BYPA BYPASS BYPAS BYPS', 'CP CAMP CMP',
        'CYN CANYON CANYN CNYN', 'CPE CAPE', 'CSWY CAUSEWAY CAUSWA', 'CTR CENTER CEN CENT CENTR CENTRE CNTER CNTR',
        'CIR CIRCLE CIRC CIRCL CRCL CRCLE', 'CLF CLIFF', 'CLFS CLIFFS', 'CLB CLUB', 'CMN COMMON', 'COR CORNER', 'CORS CORNERS',
        'CRSE COURSE', 'CT COURT CRT', 'CTS COURTS', 'CV COVE', 'CRK CREEK CRK', 'CRES CRESCENT CRSENT CRSNT', 'CRST CREST',
        'XING CROSSING CRSSNG', 'XRD CROSSROAD', 'CURV CURVE', 'DL DALE', 'DM DAM', 'DV DIVIDE DIV DVD', 'DR DRIVE DRIV DRV',
        'DRS DRIVES', 'EST ESTATE', 'ESTS ESTATES', 'EXPY EXPRESSWAY EXP EXPR EXPRESS EXPW', 'EXT EXTENSION EXTN EXTNSN',
        'FALL FALL', 'FLS FALLS', 'FRY FERRY FRRY', 'FLD FIELD', 'FLDS FIELDS', 'FLT FLAT', 'FLTS FLATS', 'FRD FORD',
        'FRST FOREST FORESTS', 'FRG FORGE FORG', 'FRK FORK', 'FRKS FORKS', 'FT FORT FRT', 'FWY FREEWAY FREEWY FRWAY FRWY',
        'GDN GARDEN GARDN GRDEN GRDN', 'GDNS GARDENS GRDNS', 'GTWY GATEWAY GATEWY GATWAY GTWAY', 'GLN GLEN', 'GRN GREEN',
        'GRV GROVE GROV', 'HBR HARBOR HARB HARBR HRBOR', 'HVN HAVEN', 'HTS HEIGHTS HT', 'HWY HIGHWAY HIGHWY HIWAY HIWY HWAY',
        'HL HILL', 'HLS HILLS', 'HOLW HOLLOW HLLW HOLLOWS', 'INLT INLET', 'IS ISLAND ISLND', 'ISS ISLANDS', 'ISLE ISLES',
        'JCT JUNCTION JCTION JCTN JUNCTN', 'KY KEY', 'KNL KNOLL KNOL', 'KNLS KNOLLS', 'LK LAKE', 'LKS LAKES', 'LAND LAND',
        'LNDG LANDING LNDNG', 'LN LANE LA LANES', 'LGT LIGHT', 'LF LOAF', 'LCK LOCK', 'LDG LODGE LDGE LODG', 'LOOP LOOPS',
        'MALL MALL', 'MNR MANOR', 'MDW MEADOW', 'MDWS MEADOWS MEDOWS', 'MEWS MEWS', 'ML MILL', 'MLS MILLS', 'MSN MISSION MSSN',
        'MTWY MOTORWAY', 'MT MOUNT MNT', 'MTN MOUNTAIN MNTAIN', 'NCK NECK', 'ORCH ORCHARD ORCHRD', 'OVAL OVL', 'OPAS OVERPASS',
        'PARK PRK PARKS', 'PKWY PARKWAY PARKWY PKWAY PKY PARKWAYS', 'PASS PASS', 'PSGE PASSAGE', 'PATH PATHS', 'PIKE PIKES',
        'PNE PINE', 'PNES PINES', 'PL PLACE PLC', 'PLN PLAIN', 'PLNS PLAINS', 'PLZ PLAZA PLZA', 'PT POINT', 'PTS POINTS',
        'PRT PORT', 'PR PRAIRIE PRR', 'RADL RADIAL RAD', 'RAMP RAMP', 'RNCH RANCH RANCHES', 'RPD RAPID', 'RST REST',
        'RDG RIDGE RDGE', 'RIV RIVER RVR RIVR', 'RD ROAD', 'RDS ROADS', 'RTE ROUTE', 'ROW ROW', 'RUE RUE', 'RUN RUN', 'SHL SHOAL',
        'SHR SHORE', 'SHRS SHORES', 'SKWY SKYWAY', 'SPG SPRING SPNG SPRNG', 'SPGS SPRINGS', 'SPUR SPURS',
        'SQ SQUARE SQR SQRE SQU', 'STA STATION STATN STN', 'STRA STRAVENUE', 'STRM STREAM', 'ST STREET STR STRT STREETS STS STRET',
        'SMT SUMMIT', 'TER TERRACE TERR TERACE TR TE', 'TRWY THROUGHWAY', 'TRCE TRACE', 'TRAK TRACK', 'TRL TRAIL TRAILS',
        'TUNL TUNNEL TUNEL', 'TPKE TURNPIKE TRNPK TURNPK', 'UPAS UNDERPASS', 'UN UNION', 'VLY VALLEY VALLY', 'VIA VIADUCT',
        'VW VIEW', 'VLG VILLAGE VILL VILLAG', 'VL VILLE', 'VIS VISTA VIST', 'WALK WALKS', 'WALL WALL', 'WAY WY', 'WAYS WAYS',
        'WL WELL', 'WLS WELLS', 'WHRF WHARF']),
    ('ordinal', array ['1ST FIRST', '2ND SECOND', '3RD THIRD', '4TH FOURTH', '5TH FIFTH', '6TH SIXTH', '7TH SEVENTH',
        '8TH EIGHTH EIGTH', '9TH NINTH', '10TH TENTH', '11TH ELEVENTH', '12TH TWELFTH', '13TH THIRTEENTH', '14TH FOURTEENTH',
        '15TH FIFTEENTH', '16TH SIXTEENTH', '17TH SEVENTEENTH', '18TH EIGHTEENTH', '19TH NINETEENTH', '20TH TWENTIETH']),
    ('name', array ['ST SAINT', 'MT MOUNT', 'FT FORT', 'DR DOCTOR', 'JR JUNIOR']),
    ('number', array ['1 ONE', '2 TWO', '3 THREE', '4 FOUR', '5 FIVE', '6 SIX', '7 SEVEN', '8 EIGHT', '9 NINE', '10 TEN']),
    ('state', array ['AL ALABAMA', 'AK ALASKA', 'AZ ARIZONA', 'AR ARKANSAS', 'CA CALIFORNIA', 'CO COLORADO', 'CT CONNECTICUT',
        'DE DELAWARE', 'DC D_C DISTRICT_OF_COLUMBIA', 'FL FLORIDA', 'GA GEORGIA', 'HI HAWAII', 'ID IDAHO', 'IL ILLINOIS',
        'IN INDIANA', 'IA IOWA', 'KS KANSAS', 'KY KENTUCKY', 'LA LOUISIANA', 'ME MAINE', 'MD MARYLAND', 'MA MASSACHUSETTS',
        'MI MICHIGAN', 'MN MINNESOTA', 'MS MISSISSIPPI', 'MO MISSOURI', 'MT MONTANA', 'NE NEBRASKA', 'NV NEVADA',
        'NH NEW_HAMPSHIRE', 'NJ NEW_JERSEY', 'NM NEW_MEXICO', 'NY NEW_YORK', 'NC NORTH_CAROLINA', 'ND NORTH_DAKOTA', 'OH OHIO',
        'OK OKLAHOMA', 'OR OREGON', 'PA PENNSYLVANIA', 'RI RHODE_ISLAND', 'SC SOUTH_CAROLINA', 'SD SOUTH_DAKOTA',
        'TN TENNESSEE', 'TX TEXAS', 'UT UTAH', 'VT VERMONT', 'VA VIRGINIA', 'WA WASHINGTON', 'WV WEST_VIRGINIA',
        'WI WISCONSIN', 'WY WYOMING', 'PR PUERTO_RICO', 'VI VIRGIN_ISLANDS', 'GU GUAM'])
) as list (kind, lines)
cross join unnest(lines) as line
cross join lateral (select replace(w, '_', ' ') as word from unnest(string_to_array(line, ' ')) as w) words
order by kind, word, line;

-- A street in standard form. It belongs to no source: what names it the same is on it.
create table address.street (
    id      bigint generated always as identity primary key,
    predir  text not null,
    name    text not null,
    suffix  text not null,
    postdir text not null,
    unique (name, suffix, predir, postdir)
);
create index street_name_trigrams on address.street using gin (name gin_trgm_ops);

alter table address.point
    drop constraint point_source_id_key,
    add column source text not null default '',
    add column unit text not null default '',
    add column state text not null default '',
    add column number integer,
    add column number_suffix text not null default '',
    add column block_to integer,
    add column street_id bigint references address.street,
    add column content uuid not null default md5('')::uuid;
alter table address.point
    add constraint point_source_key unique (source, source_id);
comment on column address.point.content is 'Digest of the row, which tells an edition from another.';
comment on column address.point.number is 'From house_number, or from street where that holds the whole address.';
comment on column address.point.block_to is 'Highest number where the row is a block ("1200 - 1299 BLOCK OF") and not a house.';
create index point_place on address.point (street_id, number);

create table address.segment (
    id          bigint generated always as identity primary key,
    source      text not null,
    source_id   text not null,
    street      text not null,
    street_id   bigint references address.street,
    left_from   integer,
    left_to     integer,
    right_from  integer,
    right_to    integer,
    left_postal_code  text not null,
    right_postal_code text not null,
    city        text not null,
    geom        geometry(LineString, 4326) not null,
    content     uuid not null,
    unique (source, source_id)
);
comment on table address.segment is
    'A stretch of a street between two crossings. Left and right as seen along the line; a range is empty or whole.';
create index segment_street on address.segment (street_id);
create index segment_geom on address.segment using gist (geom);

create table address.facility (
    id          bigint generated always as identity primary key,
    source      text not null,
    source_id   text not null,
    name        text not null check (name <> ''),
    plain_name  text not null,
    kind        text not null
        check (kind in ('halfway_house', 'shelter', 'correctional_facility', 'transitional_housing', 'treatment_residence', 'other')),
    address     text not null,
    postal_code text not null,
    capacity    integer check (capacity >= 0),
    number      integer,
    number_suffix text not null,
    street_id   bigint references address.street,
    geom        geometry(Point, 4326) not null,
    content     uuid not null,
    unique (source, source_id)
);
comment on table address.facility is
    'Public register of places where many people live who share nothing but the roof: known group quarters and jails.';
create index facility_place on address.facility (street_id, number);

create table address.locality (
    kind text not null check (kind in ('city', 'state', 'postal_code')),
    name text not null,
    primary key (kind, name)
);
comment on table address.locality is 'What the reference says of its own jurisdiction; made anew at each load.';

-- Whatever has a number on a street: the points, and the facilities that no point stands for.
create view address.place as
select id as point_id, null::bigint as facility_id, source, street_id, number, number_suffix, block_to, unit, city, postal_code, geom
from address.point
union all
select null, f.id, f.source, f.street_id, f.number, f.number_suffix, null, '', '', f.postal_code, f.geom
from address.facility f
where not exists (
    select from address.point p
    where p.street_id = f.street_id and p.number = f.number and p.number_suffix = f.number_suffix
);

grant select on address.place to atlas_steward;
create table address.ending (
    word text primary key
);
comment on table address.ending is 'Last words of states and of the cities of the reference; made anew at each load.';

grant select, insert, delete on address.ending to atlas_steward;
grant select, insert, update, delete on address.street, address.segment, address.facility, address.locality to atlas_steward;
grant select on address.word to atlas_steward;
revoke insert, update, delete on address.word from atlas_steward;
grant usage on all sequences in schema address to atlas_steward;

-- Upper case without accents and punctuation; what separates parts stays as ',', ';' (a new line), '#', '&', '-', '/'.
create function address.clean(raw text) returns text language plpgsql immutable strict parallel safe as $$
declare
    t text := upper(raw);
begin
    if t !~ '[^A-Z0-9 ]' then
        return btrim(regexp_replace(t, ' {2,}', ' ', 'g'));
    end if;
    if t ~ '[^ -~]' then
        t := regexp_replace(btrim(t, E' \t\r\n'), '[\r\n]+', ' ; ', 'g');
        t := regexp_replace(normalize(translate(t, E'\u2013\u2014', '--'), NFKD), '[\u0300-\u036f\u2018\u2019]', '', 'g');
    end if;
    t := regexp_replace(t, '\([^()]*\)|\(.*$', ' ', 'g');
    t := regexp_replace(t, '([A-Z]{2,})\.(?=[A-Z])', '\1 ', 'g');
    t := regexp_replace(t, '[.''`]', '', 'g');
    t := regexp_replace(t, '([#&,;])', ' \1 ', 'g');
    t := regexp_replace(t, '@', ' & ', 'g');
    t := regexp_replace(t, '([0-9]) *- *(?=[0-9])', '\1-', 'g');
    t := regexp_replace(t, '(^|[^0-9])-|-(?![0-9])', '\1 ', 'g');
    t := regexp_replace(t, '(^|[^0-9])/|/(?![0-9])', '\1 / ', 'g');
    t := regexp_replace(t, '[^A-Z0-9 #&,;/-]', ' ', 'g');
    return btrim(regexp_replace(t, ' {2,}', ' ', 'g'), ' ,;&#/-');
end
$$;

-- The table of words as one constant, by kind: a word is asked for a dozen times for each address, and a query costs many
-- times what a look into a constant does.
do $$
begin
    execute format(
        'create function address.words() returns jsonb language sql immutable parallel safe as %L',
        format('select %L::jsonb',
               (select jsonb_object_agg(kind, forms)
                from (select kind, jsonb_object_agg(word, standard) as forms from address.word group by kind) kinds)));
end
$$;

create function address.word_of(wanted text, form text) returns text language sql immutable strict parallel safe as $$
    select address.words() -> wanted ->> form
$$;

-- What a text begins with: a house number, "1200 BLOCK OF", "1200-1299 BLOCK OF", "2700 TO 2900 BLOCKS OF"; then the rest.
create function address.split_number(
    t text, out number integer, out number_suffix text, out block_to integer, out rest text
) language plpgsql immutable strict parallel safe as $$
declare
    part text[];
begin
    number_suffix := '';
    part := regexp_match(t, '^([0-9]{1,6}) ([A-Z][A-Z]+.*|[0-9]+[A-Z]+ .*)$');
    if part is not null and part[2] !~ '^(BLO?C?KS?|TO|THRU|AND) ' then
        number := part[1];
        rest := part[2];
        return;
    end if;
    part := regexp_match(t, '^(?:THE )?([0-9]{1,6})(?:(?:-| TO | THRU | AND | & )([0-9]{1,6}))? ?BLO?C?KS? (?:OF )?(.+)$');
    if part is not null then
        number := part[1];
        block_to := coalesce(part[2]::integer, number / 100 * 100 + 99);
        if part[2] is not null and block_to % 100 = 0 and block_to > number then
            block_to := block_to + 99;
        end if;
        rest := part[3];
        return;
    end if;
    part := regexp_match(t, '^([0-9]{1,6})(?: ?([0-9]/[0-9])| ?(-[0-9]{1,6})|([A-Z]))? (.+)$');
    if part is not null then
        number := part[1];
        number_suffix := coalesce(part[2], part[3], part[4], '');
        rest := part[5];
    else
        rest := t;
    end if;
end
$$;

create function address.standard_name(w text[]) returns text language plpgsql stable strict parallel safe as $$
declare
    n integer := cardinality(w);
    found text;
    name text;
begin
    if n = 0 then
        return '';
    end if;
    found := coalesce(address.word_of('ordinal', w[1]), address.word_of('name', w[1]));
    if found is not null then
        w[1] := found;
    elsif n = 1 and w[1] = 'EYE' then
        w[1] := 'I';
    elsif n = 1 and w[1] ~ '^[0-9]+(ST|ND|RD|TH)?$' then
        w[1] := substring(w[1] from '^[0-9]+');
        w[1] := w[1] || case when w[1] ~ '1[123]$' then 'TH' when w[1] ~ '1$' then 'ST' when w[1] ~ '2$' then 'ND'
                             when w[1] ~ '3$' then 'RD' else 'TH' end;
    elsif n >= 2 and address.word_of('suffix', w[1]) in ('AVE', 'HWY', 'RTE', 'RD') then
        w[1] := address.word_of('suffix', w[1]);
    end if;
    if w[n] = 'JUNIOR' then
        w[n] := 'JR';
    end if;
    name := array_to_string(w, ' ');
    if name ~ 'KING' then
        name := regexp_replace(name, '^(DR )?(MARTIN L(UTHER)?|M ?L|MARTIN) ?KING( JR)?$', 'MARTIN LUTHER KING JR');
    elsif name ~ '^MLK( JR)?$' then
        name := 'MARTIN LUTHER KING JR';
    end if;
    return name;
end
$$;

-- A street in standard form: direction, name, suffix, direction. A unit and what follows it are left out.
create function address.parse_street(
    t text, out predir text, out name text, out suffix text, out postdir text
) language plpgsql stable strict parallel safe as $$
declare
    w text[];
    n integer;
    found text;
begin
    predir := '';
    suffix := '';
    postdir := '';
    t := regexp_replace(t, ' *[,;/&] *', ' ', 'g');
    t := regexp_replace(
        t,
        '(?<=[A-Z0-9]) ((#|APT|APARTMENT|UNIT|STE|SUITE|RM|ROOM|SPC|TRLR|BLDG|BUILDING|PMB|LOT|FLR?|FLOOR|DEPT) ?#? ?([0-9]+[A-Z]?|[A-Z]-?[0-9]*|[A-Z]+[0-9]+)|#|'
        || '([0-9]+(ST|ND|RD|TH)|FIRST|SECOND|THIRD|FOURTH|GROUND|MAIN|TOP|UPPER|LOWER) (FL|FLR|FLOOR|LEVEL)|(APT|UNIT|STE|SUITE|RM|ROOM|BASEMENT|BSMT|PENTHOUSE)$)( .*)?$',
        '');
    w := string_to_array(btrim(t, ' -'), ' ');
    n := cardinality(w);
    -- What follows a suffix and a direction is no part of the street.
    for i in 2..n - 2 loop
        if address.word_of('direction', w[i + 1]) is not null and address.word_of('suffix', w[i]) is not null then
            n := i + 1;
            exit;
        end if;
    end loop;
    if n >= 3 and w[n - 1] in ('N', 'S', 'NORTH', 'SOUTH') and w[n] in ('E', 'W', 'EAST', 'WEST') then
        w[n - 1] := left(w[n - 1], 1) || left(w[n], 1);
        n := n - 1;
    end if;
    if n >= 2 then
        found := address.word_of('direction', w[n]);
        if found is not null then
            postdir := found;
            n := n - 1;
        end if;
    end if;
    if n >= 2 then
        found := address.word_of('suffix', w[n]);
        if found is not null then
            suffix := found;
            n := n - 1;
        end if;
    end if;
    w := w[1:n];
    if n >= 3 and w[1] in ('N', 'S', 'NORTH', 'SOUTH') and w[2] in ('E', 'W', 'EAST', 'WEST') then
        predir := left(w[1], 1) || left(w[2], 1);
        w := w[3:n];
    elsif n >= 2 then
        found := address.word_of('direction', w[1]);
        if found is not null then
            predir := found;
            w := w[2:n];
        end if;
    end if;
    name := address.standard_name(w);
end
$$;

-- Takes ZIP, state and a city that the reference knows off the end of a cleaned text.
create function address.split_tail(
    t text, out head text, out city text, out state text, out postal_code text
) language plpgsql stable strict parallel safe as $$
declare
    part text[];
    w text[];
    n integer;
    found text;
begin
    city := '';
    state := '';
    postal_code := '';
    head := t;
    part := regexp_match(head, '^(.*[A-Z].*?)[ ,]+([0-9]{5})(-[0-9]{4})?$');
    if part is not null then
        head := btrim(part[1], ' ,;');
        postal_code := part[2];
    end if;
    w := array_remove(string_to_array(head, ' '), '');
    n := cardinality(w);
    -- Most addresses end in a street, and a look at their last word saves the search.
    if n < 3 or postal_code = '' and not exists (select from address.ending e where e.word = w[n]) then
        return;
    end if;
    for words in reverse least(3, n - 2)..1 loop
        found := address.word_of('state', array_to_string(w[n - words + 1:n], ' '));
        if found is not null and (
            (w[n - words] = ',' and (w[n] <> 'NE' or words > 1 or array_position(w, ',') < n - words))
            or ((postal_code <> '' or exists (select from address.locality l where l.kind = 'state' and l.name = found))
                and address.word_of('suffix', w[n]) is null and address.word_of('direction', w[n]) is null))
        then
            state := found;
            n := n - words;
            exit;
        end if;
    end loop;
    if w[n] = ',' then
        n := n - 1;
    end if;
    for words in reverse least(4, n - 2)..1 loop
        found := array_to_string(w[n - words + 1:n], ' ');
        if exists (select from address.locality l where l.kind = 'city' and l.name = found) then
            city := found;
            head := btrim(array_to_string(w[1:n - words], ' '), ' ,;');
            return;
        end if;
    end loop;
    head := btrim(array_to_string(w[1:n], ' '), ' ,;');
    if state <> '' or postal_code <> '' then
        part := regexp_match(head, '^(.*[0-9].*)[,;]([A-Z ]{3,})$');
        if part is not null and address.word_of('direction', btrim(part[2])) is null
            and address.word_of('suffix', btrim(part[2])) is null
            and part[2] !~ '^ *(APT|UNIT|STE|SUITE|FLOOR|ROOM) ' then
            -- "H STREET, NW WASHINGTON": the direction belongs to the street.
            w := regexp_match(part[2], '^ *([A-Z]+) (.+)$');
            found := address.word_of('direction', w[1]);
            city := case when found is null then btrim(part[2]) else w[2] end;
            head := concat_ws(' ', btrim(part[1], ' ,;'), found);
        end if;
    end if;
end
$$;

-- The place at a share of a line, so many metres to its right (side 1) or left (side -1), seen along it. Degrees on WGS 84.
create function address.beside(line geometry, share double precision, side integer, metres double precision)
returns geometry language sql immutable strict parallel safe as $$
    select st_project(
               st_lineinterpolatepoint(line, share)::geography,
               metres,
               st_azimuth(st_lineinterpolatepoint(line, greatest(0, share - 0.01))::geography,
                          st_lineinterpolatepoint(line, least(1, share + 0.01))::geography) + side * pi() / 2)::geometry
$$;

revoke execute on all functions in schema address from public;
grant execute on all functions in schema address to atlas_steward;
