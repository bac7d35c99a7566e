-- The planner must know how many there are: it guesses a handful, and would look each person up in all of them.
analyze home
