import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../data-loaders/places.ts';
import { JUDGEMENT_FILES } from '../../data-loaders/publish/judgements.ts';
import { readRegistry } from '../../data-loaders/registry.ts';
import { buildSite } from '../../data-loaders/site/build.ts';
import { attribute } from '../../data-loaders/site/tree.ts';
import { writeFixture } from './fixture.ts';
import { brokenLinks, readPages } from './pages.ts';

const BASE = '/under/mapp/';
const folder = () => mkdtempSync(join(tmpdir(), 'utsk-webb-'));
let site: string;
let again: string;

/** Published files as far as the pages link to them. */
function publishedFiles(): string {
  const dir = folder();
  const names = [...readRegistry().map(({ id }) => id), ...JUDGEMENT_FILES].flatMap((id) => [
    `${id}.csv`,
    `${id}.xlsx`,
    `${id}.arrow`,
    `${id}.parquet`,
  ]);
  for (const name of [
    ...names,
    'jamforelse.csv',
    'jamforelse.xlsx',
    'jamforelse.arrow',
    'jamforelse.parquet',
    'dcat.jsonld',
    'manifest.json',
  ])
    writeFileSync(join(dir, name), '');
  return dir;
}

beforeAll(async () => {
  const settings = { dataDir: publishedFiles(), pageData: writeFixture(), base: BASE, quiet: true };
  [site, again] = [folder(), folder()];
  await buildSite({ ...settings, out: site });
  await buildSite({ ...settings, out: again });
});

afterAll(() => {
  for (const dir of [site, again]) rmSync(dir, { recursive: true, force: true });
});

/** The scripts that a page has: its own, if any, and the one that all have. */
function scriptsOf(path: string): string[] {
  const up = path === '404.html' ? BASE : path.includes('/') ? '../' : './';
  const own = [
    ...(path === 'sok.html' ? ['sok'] : []),
    ...(/^delregion\/(?!index)/.test(path) ? ['client/sedan'] : []),
    ...(path.startsWith('sa-raknas/') ? ['siffra'] : []),
  ];
  return [...own, 'verktyg'].map((name) => `${up}_import/lib/${name}`);
}

describe('a built site', () => {
  it('has the addresses that scripts rely on', () => {
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
    for (const page of ['index', '404', 'kommun/1281', 'vardgivare/sus', 'delregion/mellersta', 'sok'])
      expect(files).toContain(`${page}.html`);
    expect(files).toContain('data/manifest.json');
  });

  it('is Swedish, zoomable, and says nothing of its generator', () => {
    for (const { path, html, elements } of readPages(site)) {
      const named = (tag: string, name: string) =>
        elements.filter((e) => e.tagName === tag && attribute(e, 'name') === name);
      expect(attribute(elements[0]!, 'lang'), path).toBe('sv');
      expect(attribute(named('meta', 'viewport')[0]!, 'content'), path).toBe(
        'width=device-width, initial-scale=1',
      );
      expect(named('meta', 'generator'), path).toEqual([]);
      expect(html, path).not.toMatch(/observable|plats=/i);
    }
  });

  it('carries no inline script, and a script of its own only where a page needs one', () => {
    for (const { path, elements } of readPages(site)) {
      const scripts = elements.filter((element) => element.tagName === 'script');
      expect(
        scripts.map((script) => attribute(script, 'src')?.replace(/\.\w+\.js$/, '')),
        path,
      ).toEqual(scriptsOf(path));
      expect(
        scripts.every((script) => script.childNodes.length === 0),
        path,
      ).toBe(true);
    }
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => /\.js$|^_(observablehq|npm)/.test(file));
    expect(scripts.length).toBeGreaterThan(10);
    for (const file of scripts) {
      const [, ours] = /^_import\/(.+)\.\w+\.js$/.exec(file) ?? [];
      if (ours) expect(existsSync(join(PROJECT, 'src', `${ours}.ts`)), file).toBe(true);
      // A package's only for the one who saves a workbook.
      else expect(file).toMatch(/^_node\/hucre@[\d.]+\/xlsx\.\w+\.js$/);
    }
  });

  it('loads nothing from elsewhere and links only where something is', () => {
    for (const { path, elements } of readPages(site))
      for (const element of elements) {
        const loaded =
          attribute(element, 'src') ?? (element.tagName === 'link' ? attribute(element, 'href') : '');
        expect(loaded, path).not.toMatch(/^(https?:)?\/\//);
      }
    expect(brokenLinks(site, BASE)).toEqual([]);
  });

  it('is valid HTML', async () => {
    // A rolling table is a focusable region; parse5 writes the empty attributes `download=""` and `selected=""`.
    const rules = {
      'prefer-native-element': 'off',
      'attribute-empty-style': 'off',
      'attribute-boolean-style': 'off',
      'no-trailing-whitespace': 'off',
    } as const;
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules });
    for (const { path, html } of readPages(site)) {
      const { results } = await validator.validateString(html);
      expect(
        results.flatMap(({ messages }) => messages.map((m) => `${path}:${m.line} ${m.ruleId} ${m.message}`)),
      ).toEqual([]);
    }
  });

  it('says on every page how fresh the data are and that they are made up', () => {
    for (const { path, html } of readPages(site)) {
      expect(html, path).toContain('Syntetiska uppgifter.</strong>');
      expect(html, path).toMatch(/@bottom-left\{content:"[^"]*Syntetiska uppgifter\./);
      expect(html.replaceAll('&nbsp;', ' '), path).toContain('Data till och med 28 februari 2026.');
      expect(html.match(/<h1/g), path).toHaveLength(1);
    }
  });

  it('shows a name from data as that name, whatever signs it has', () => {
    const page = readFileSync(join(site, 'kommun/1290.html'), 'utf8');
    expect(page).toMatch(/<h1[^>]*>Höör &lt;&amp;"\*_&gt; Nya<\/h1>/);
    expect(page).toContain('<title>Höör &lt;&amp;"*_&gt; Nya | Utskrivningsklar</title>');
  });

  it('gives the same bytes a second time', () => {
    const files = readdirSync(site, { recursive: true, encoding: 'utf8', withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      expect(readFileSync(path.replace(site, again)), path).toEqual(readFileSync(path));
    }
  });
});
