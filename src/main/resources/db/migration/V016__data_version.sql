-- The serving role sees from it that service sites were loaded anew, and so when its answers no longer hold.

grant select (loaded_at) on provider.source to atlas_web;
