-- What an account may do for itself: see its sessions and end them, and change its password.

alter table identity.session add column id uuid not null unique default gen_random_uuid();
comment on column identity.session.id is 'By which its owner names it to end it: what is kept of its secret is told to nobody.';

-- Whoever is signed in changes the own one and shows the old one first. Nobody gets one here: that is for administrators.
grant update (hash, set_at) on identity.password to atlas_desk;
