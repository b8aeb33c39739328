-- One row per published cell as rojande_cell has it, its numbers perturbed. A number that counts no cases stays as it is.
select
    c.* replace (
        if(taljare_namn is null or c.taljare is null, c.taljare, t.tal) as taljare,
        if(namnare_namn is null or c.namnare is null, c.namnare, n.tal) as namnare,
        if(antal_namn is null or c.antal is null, c.antal, cast(a.tal as bigint)) as antal,
        if(c.typ = 'kvantil', if(ends_with(indikator, '_median'), k.median, k.p90), c.varde) as varde
    ),
from rojande_cell as c
left join (select rad, taljare_namn, namnare_namn, antal_namn from ckm_cell) using (rad)
left join ckm_publicerat as t on t.block = c.block and t.namn = taljare_namn
left join ckm_publicerat as n on n.block = c.block and n.namn = namnare_namn
left join ckm_publicerat as a on a.block = c.block and a.namn = antal_namn
left join ckm_kvantil as k on k.block = c.block
