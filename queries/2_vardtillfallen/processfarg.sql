-- One row per process colour.
select unnest(['gron', 'gul', 'rod', 'annat']) as process
