-- One row per class of day, in the order they are tried.
select unnest([
    'storhelg', 'rod_dag', 'helgdagsafton', 'klamdag', 'lordag', 'sondag', 'vardag',
]) as dagklass
