-- Exports have names such as people-by-hex_8.shp.zip.
alter table published.artefact drop constraint artefact_name_check;
alter table published.artefact add constraint artefact_name_check check (name ~ '^[a-z0-9_-]+(\.[a-z-]+)+$');
