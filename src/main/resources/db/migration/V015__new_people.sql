-- Who came under supervision since the reference date before, published as bands.

alter table published.measure add column band_width integer check (band_width > 1);
comment on column published.measure.band_width is
    'How many counts share one published number, which is the middle of a band; null where it is a count.';

alter table published.release add column new_since date check (new_since < reference_date);
comment on column published.release.new_since is
    'The reference date before, since when people are new; null where no caseload of it was known.';

insert into published.measure (position, code, title, description, band_width)
values (100, 'new', 'People new under supervision',
        'People under supervision in the area who were not under supervision on the reference date before, wherever they lived then',
        10);
