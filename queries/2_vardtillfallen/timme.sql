-- One row per hour of the day, and okand.
select cast(unnest(range(24)) as varchar) as timme
union all
select 'okand'
