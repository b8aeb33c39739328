import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type MarkdownIt from 'markdown-it';
import { escapeHtml } from '../components/index.ts';
import { headingId } from './headings.ts';
import type { Page } from './page.ts';

/** Draws one figure block: `::name key=value` in a page, alone on its line. Returns HTML. */
export type Block = (page: Page, args: Record<string, string>) => string;

/** A word or name put in for `{name}` in a page's text. Plain text. */
export type Word = (page: Page) => string;

/** What comes where a page's text has `{name}` (plain text) or a block alone on its line (HTML). `path`: the page's address. */
export type Filling = {
  word: (path: string, name: string) => string;
  block: (path: string, name: string, args: Record<string, string>) => string;
  /** The method of disclosure control that the texts are to be about. */
  metod: () => string;
};

type Env = { path?: string };

const DOCS = join(import.meta.dirname, '../../docs');

/** `::dokument namn=rundtur` alone on its line: the text of docs/rundtur.md, so that it stands in one place. */
const withDocuments = (text: string): string =>
  text.replace(/^::dokument namn=([a-z]+)$/gm, (_, name: string) =>
    readFileSync(join(DOCS, `${name}.md`), 'utf8').replace(/^<!--.*-->\n/, ''),
  );

/** `::om metod=ckm` to `::slut`, each alone on its line: text of one method of disclosure control, gone where another holds. */
const ofMethod = (text: string, metod: string): string =>
  text.replace(/^::om metod=([a-z]+)\n([\s\S]*?)^::slut$/gm, (_, method: string, body: string) =>
    method === metod ? body : '',
  );

/**
 * markdown-it plugin: `{name}` in a page's text and `::name key=value` become what `filling` gives for them, each `##` opens
 * a section, `::pa_sidan` lists the sections, `::dokument` puts in a text of docs/, and `::om` keeps what is said of one method.
 */
export function pagePlugin({ word, block, metod }: Filling) {
  return (md: MarkdownIt): MarkdownIt => {
    md.core.ruler.before('normalize', 'words', (state) => {
      const path = pathOf(state.env as Env);
      const text = ofMethod(withDocuments(state.src), metod());
      state.src = text.replace(/\{([a-z_0-9]+)\}/g, (_, name: string) => literal(word(path, name)));
    });
    md.block.ruler.before('paragraph', 'block', blockRule, { alt: ['paragraph', 'reference'] });
    md.core.ruler.push('sections', (state) => {
      nameHeadings(state.tokens);
      state.tokens = sectioned(state.tokens, (type, tag, nesting) => new state.Token(type, tag, nesting));
    });
    md.renderer.rules.block = (tokens, index, _options, env: Env) => {
      const token = tokens[index]!;
      if (isContents(token)) return contents(tokens);
      if (isPrintEnd(token)) return PRINT_END;
      return block(pathOf(env), token.info, token.meta as Record<string, string>);
    };
    return md;
  };
}

/** markdown-it plugin: every page ends with the module that sorts, reads and saves what it shows (src/lib/verktyg.ts). */
export function scriptPlugin(md: MarkdownIt): void {
  md.core.ruler.push('script', (state) => {
    const token = new state.Token('html_block', '', 0);
    token.content = '<script type="module" src="/lib/verktyg.js"></script>\n';
    state.tokens.push(token);
  });
}

/** A name from data as Markdown that reads as that name: none of its signs means anything. */
const literal = (text: string): string => text.replace(/[\\`*_[\]<>&{}|~]/g, '\\$&');

const pathOf = ({ path = '/index' }: Env): string => path;

type BlockState = Parameters<Parameters<MarkdownIt['block']['ruler']['before']>[2]>[0];
type Token = ReturnType<MarkdownIt['parse']>[number];

function blockRule(state: BlockState, line: number, _end: number, silent: boolean): boolean {
  const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
  const match = /^::([a-z_]+)((?: [a-z_]+=\S+)*)\s*$/.exec(text);
  if (!match) return false;
  if (silent) return true;
  const token = state.push('block', '', 0);
  token.info = match[1]!;
  token.meta = Object.fromEntries(
    match[2]!
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 2) as [string, string]),
  );
  state.line = line + 1;
  return true;
}

function nameHeadings(tokens: Token[]): void {
  const taken = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const id = headingId(headingText(tokens, i));
    if (taken.has(id)) throw new Error(`two headings with the same id: ${id}`);
    token.attrSet('id', id);
    taken.add(id);
  }
}

const headingText = (tokens: Token[], opening: number): string =>
  (tokens[opening + 1]?.children ?? []).map(({ content }) => content).join('');

/** Links to the page's sections. */
function contents(tokens: Token[]): string {
  const items = tokens.flatMap((token, i) => {
    if (token.type !== 'heading_open' || token.tag !== 'h2') return [];
    return [`<li><a href="#${token.attrGet('id')}">${escapeHtml(headingText(tokens, i))}</a></li>`];
  });
  return `<nav class="pa-sidan" aria-label="På sidan"><p>På sidan</p><ul>${items.join('')}</ul></nav>`;
}

type Make = (type: string, tag: string, nesting: 1 | -1 | 0) => Token;

/** Puts the heading and what stands before the list of sections beside that list, and each `##` into a `<section>`. */
function sectioned(tokens: Token[], make: Make): Token[] {
  const out: Token[] = [];
  const wrap = (tag: string, nesting: 1 | -1, classes?: string) => {
    const token = make(`${tag}_${nesting === 1 ? 'open' : 'close'}`, tag, nesting);
    token.block = true;
    if (classes) token.attrSet('class', classes);
    out.push(token);
  };
  const top = tokens.some(isContents);
  let open = false;
  let printed = true;
  if (top) wrap('div', 1, 'sidtopp');
  if (top) wrap('div', 1);
  for (const token of tokens) {
    if (isContents(token)) wrap('div', -1);
    if (token.type === 'heading_open' && token.tag === 'h2' && token.level === 0) {
      if (open) wrap('section', -1);
      wrap('section', 1, printed ? undefined : 'bara-skarm');
      open = true;
    }
    out.push(token);
    if (isContents(token)) wrap('div', -1);
    if (isPrintEnd(token)) printed = false;
  }
  if (open) wrap('section', -1);
  return out;
}

/** The list of sections, which also ends the top of the page. */
const isContents = ({ type, info }: Token): boolean => type === 'block' && info === 'pa_sidan';

/** `::utskriften_slutar`: the sections after it are for the screen. */
const isPrintEnd = ({ type, info }: Token): boolean => type === 'block' && info === 'utskriften_slutar';

const PRINT_END =
  '<p class="bara-utskrift">Jämförelser, tratt, veckodagar, alla siffror i tabell och källor finns på webbsidan.</p>';
