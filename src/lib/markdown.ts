import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type MarkdownIt from 'markdown-it';
import { escapeHtml } from '../components/index.ts';
import type { Data } from './data.ts';
import { openPage, type Page } from './page.ts';

/** Draws one figure block: `::name key=value` in a page, alone on its line. Returns HTML. */
export type Block = (page: Page, args: Record<string, string>) => string;

/** A word or name put in for `{name}` in a page's text. Plain text. */
export type Word = (page: Page) => string;

type Env = { path?: string; page?: Page };

/** What the plugin puts where a block stands: its HTML, or a place that the finishing step fills. */
export type Place = (page: Page, name: string, args: Record<string, string>) => string;

const DOCS = join(import.meta.dirname, '../../docs');

/** `::dokument namn=rundtur` alone on its line: the text of docs/rundtur.md, so that it stands in one place. */
const withDocuments = (text: string): string =>
  text.replace(/^::dokument namn=([a-z]+)$/gm, (_, name: string) =>
    readFileSync(join(DOCS, `${name}.md`), 'utf8').replace(/^<!--.*-->\n/, ''),
  );

/**
 * markdown-it plugin: `{name}` in a page's text becomes that word, `::name key=value` what `place` gives for that block,
 * each `##` opens a section, `::pa_sidan` lists the sections, and `::dokument` puts in a text of docs/. An unknown word stops the build.
 */
export function pagePlugin(data: Data, words: Record<string, Word>, place: Place) {
  return (md: MarkdownIt): MarkdownIt => {
    md.core.ruler.before('normalize', 'words', (state) => {
      const page = pageOf(state.env as Env, data);
      state.src = withDocuments(state.src).replace(/\{([a-z_0-9]+)\}/g, (_, name: string) => {
        const word = words[name];
        if (!word) throw new Error(`unknown word: ${name}`);
        return literal(word(page));
      });
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
      return place(pageOf(env, data), token.info, token.meta as Record<string, string>);
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

function pageOf(env: Env, data: Data): Page {
  env.page ??= openPage(data, env.path ?? '/index');
  return env.page;
}

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

/** Readable ids, as a Swede would type them: Röjandekontroll → rojandekontroll. */
function nameHeadings(tokens: Token[]): void {
  const taken = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const plain = headingText(tokens, i)
      .toLocaleLowerCase('sv')
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
    const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
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
