-- One row per destination.
select unnest([
    'ordinart_boende', 'sarskilt_boende', 'korttid', 'annat_sjukhus', 'mobilt_sjukhusteam',
    'avliden', 'annat',
]) as destination
