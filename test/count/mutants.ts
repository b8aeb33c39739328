import type { Query } from '../../data-loaders/sql.ts';

export type Mutant = Query & { folder: string; line: number; change: string };

const TOKEN = /--.*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|[a-z_][a-z0-9_]*|\d+|<>|<=|>=|:=|<|>|=|\+|-|\S/gi;

/** What each operator, keyword or aggregate is flipped to. */
const FLIPS: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '<>',
  '<>': '=',
  '+': '-',
  '-': '+',
  and: 'or',
  or: 'and',
  min: 'max',
  max: 'min',
  not: '',
  desc: '',
  distinct: '',
  lag: 'lead',
  lead: 'lag',
};

/**
 * Every way to flip one operator, bound or aggregate of a query; a list of names, which has none, loses a name. A cube rolled
 * up and no more has nothing to flip: what it rolls up with has.
 */
export function mutantsOf(folder: string, { name, sql }: Query): Mutant[] {
  const tokens = [...sql.matchAll(TOKEN)].filter(([text]) => !/^(--|\/\*)/.test(text));
  const found: Mutant[] = [];
  const put = (index: number, text: string) => {
    const token = tokens[index]!;
    found.push({
      name,
      folder,
      sql: sql.slice(0, token.index) + text + sql.slice(token.index + token[0].length),
      line: sql.slice(0, token.index).split('\n').length,
      change: `${token[0]} → ${text || 'nothing'}`,
    });
  };
  const next = (index: number) => tokens[index + 1]?.[0].toLowerCase();
  let between = false;
  for (const [index, [text]] of tokens.entries()) {
    const token = text.toLowerCase();
    // The "and" of "between a and b" joins two bounds, not two conditions.
    if (token === 'between') between = true;
    else if (token === 'and' && between) between = false;
    else if (token === 'is' && next(index) === 'null') put(index, 'is not');
    else if (/^\d+$/.test(token)) put(index, String(Number(token) + 1));
    else if (token === 'or' && next(index) === 'replace') continue;
    else if (token === 'distinct' && next(index) === 'from') continue;
    else if (FLIPS[token] !== undefined) put(index, FLIPS[token]);
  }
  if (found.length === 0 && !/\bupprullad\(/.test(sql)) {
    for (const [index, [text]] of tokens.entries()) if (text.startsWith("'")) put(index, "'x'");
  }
  return found;
}
