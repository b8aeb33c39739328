import { posix } from 'node:path';
import { escapeHtml, formatDate, link } from '../components/index.ts';
import type { Data } from './data.ts';
import { delregionOf, explainedId, openPage, type Page, unitHref } from './page.ts';
import { type Entry, listOf, MENU, PAGES, sectionOf } from './sitemap.ts';

/** The site's name, in the header and in every title. */
export const SITE = 'Utskrivningsklar';

/** A page by heading and address without extension. */
export type Where = { title?: string | null; path: string };
/** Meta tags, icon and the page margins of print, which carry the notice on every sheet. */
export function head(data: Data, { title, path }: Where): string {
  const page = openPage(data, path);
  const name = title ?? SITE;
  const { syntetisk } = page.katalog;
  const foot = [`${name}, ${SITE.toLowerCase()}.`, syntetisk ? 'Syntetiska uppgifter.' : '', dataDate(page)];
  return [
    `<meta name="description" content="${escapeHtml(`${name}. ${SITE}: väntan på att lämna sjukhuset. ${dataDate(page)}`)}">`,
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<style>@page{@bottom-left{content:${cssText(foot.filter(Boolean).join(' '))}}` +
      '@bottom-right{content:"Sida " counter(page) " av " counter(pages)}}</style>',
  ].join('\n');
}

/** Skip link, name, menu, search form, notice and the way back up. */
export function header(data: Data, { title, path }: Where): string {
  const page = openPage(data, path);
  return [
    '<header class="sidhuvud">',
    '<a class="hoppa" href="#innehall">Hoppa till innehållet</a>',
    `<div class="topp"><a class="webbplats" href="/">${SITE}</a>`,
    `<nav class="meny" aria-label="Huvudmeny"><ul>${MENU.map((entry) => menuItem(entry, path)).join('')}</ul></nav>`,
    searchForm(),
    '<a class="alla-sidor-lank" href="#alla-sidor">Alla sidor</a></div>',
    page.katalog.syntetisk
      ? '<p class="notis"><strong>Syntetiska uppgifter.</strong> Alla vårdtillfällen på sidan är påhittade och visar hur programmet fungerar.</p>'
      : '',
    breadcrumbs(page, title ?? ''),
    '</header>',
  ].join('\n');
}

/** Last day of data, what the figures are not, and a list of all pages. */
export function footer(data: Data, { path }: Where): string {
  const page = openPage(data, path);
  const { kallsystem } = page.katalog;
  return [
    '<footer class="sidfot" id="sidfot">',
    `<p>${dataDate(page)}${kallsystem ? ` Källsystem: ${escapeHtml(kallsystem)}.` : ''}`,
    `${notThatIndicator(page)} ${link('Så är siffrorna räknade', '/metod')}.</p>`,
    page.katalog.metod === 'ckm'
      ? `<p>Varje tal är ändrat med ett litet slumpmässigt ${link('skyddsbrus', '/skydd')}, så att ingen enskild går att peka ut. Delar summerar inte alltid till helheten.</p>`
      : '',
    `<nav id="alla-sidor" aria-label="Alla sidor"><ul>${PAGES.map((entry) => menuItem(entry, path)).join('')}</ul></nav>`,
    '</footer>',
  ].join('\n');
}

/** "Data till och med 31 oktober 2026." */
export const dataDate = ({ katalog }: Page): string =>
  `Data till och med ${formatDate(katalog.sista_datadag)}.`;

/** Region Skåne has an indicator of the same name whose definition is unknown to us. */
export function notThatIndicator({ katalog }: Page): string {
  return katalog.region.kod === '12'
    ? 'Siffrorna är inte Region Skånes Nära vårdindikator Utskrivningsklar.'
    : 'Siffrorna är programmets egna och ingen myndighets statistik.';
}

function menuItem({ text, path }: Entry, current: string): string {
  const section = posix.dirname(path);
  const here = path === current;
  const within =
    (explainedId(current) !== undefined && path === '/metod') ||
    (section !== '/' && posix.dirname(current) === section) ||
    sectionOf(current)?.path === path;
  const mark = here ? ' aria-current="page"' : within ? ' aria-current="true"' : '';
  return `<li><a href="${path}"${mark}>${text}</a></li>`;
}

function searchForm(): string {
  return (
    `<form class="sokruta" role="search" action="/sok" method="get">` +
    '<label class="dold" for="sok-i-sidhuvud">Sök sida eller begrepp</label>' +
    '<input type="search" id="sok-i-sidhuvud" name="q" size="12"><button type="submit">Sök</button></form>'
  );
}

function breadcrumbs(page: Page, title: string): string {
  const steps = trail(page);
  if (steps.length === 0) return '';
  const items = steps.map((step) => `<li>${link(step.text, step.path)}</li>`);
  items.push(`<li aria-current="page">${escapeHtml(title)}</li>`);
  return `<nav class="smulor" aria-label="Brödsmulor"><ol>${items.join('')}</ol></nav>`;
}

/** The pages above this one: region, then the delregion of a kommun or the list of vårdgivare. */
function trail(page: Page): Entry[] {
  if (page.path === '/index' || page.path === '/404') return [];
  const top = { text: `Region ${page.region.namn.replace(/^Region /, '')}`, path: '/' };
  const section = sectionOf(page.path);
  const list = section?.under?.find(({ path }) => path === listOf(page.path) && path !== page.path);
  if (section) return [top, section, ...(list ? [list] : [])];
  if (page.unit.niva === 'kommun') {
    const delregion = delregionOf(page, page.unit.id);
    const parent = delregion
      ? { text: delregion.namn, path: unitHref(delregion) }
      : { text: 'Kommuner', path: '/kommun/index' };
    return [top, parent];
  }
  if (page.unit.niva === 'vardgivare') return [top, { text: 'Vårdgivare', path: '/vardgivare/index' }];
  if (page.unit.niva === 'delregion') return [top, { text: 'Delregioner', path: '/delregion/index' }];
  return [top, ...(explainedId(page.path) ? [{ text: 'Definitioner', path: '/definitioner' }] : [])];
}

/** A CSS string: backslash, quote, line breaks and `<` escaped. */
function cssText(text: string): string {
  return `"${text.replace(/["\\\n\r<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
