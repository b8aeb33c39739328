-- One row per weekday, Monday = 1.
select cast(unnest(range(1, 8)) as tinyint) as veckodag
