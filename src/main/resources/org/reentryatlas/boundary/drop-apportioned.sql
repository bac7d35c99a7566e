drop table apportioned
