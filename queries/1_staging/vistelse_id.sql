-- View: one row per row of utskrivningar* and vardtillfallen*: the stay's id as it stands.
select nr as stay, vardtillfalle_id_text as vardtillfalle_id from raw.utskrivningar
union all
select nr, vardtillfalle_id_text from raw.vardtillfallen
