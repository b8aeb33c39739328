import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, it } from 'vitest';
import { openData } from '../../src/lib/data.ts';
import { type Filling, pagePlugin } from '../../src/lib/markdown.ts';
import { drawNow, fillPlaces, leavePlaces } from '../../src/lib/places.ts';
import { writeFixture } from './fixture.ts';

let data: ReturnType<typeof openData>;
beforeAll(() => {
  data = openData(writeFixture());
});

const tell = (): Filling => ({
  ...drawNow(data),
  block: (path, name, args) => `<b>${path} ${name} ${JSON.stringify(args)}</b>`,
});
const render = (text: string, path = '/kommun/1281', filling = tell()) =>
  new MarkdownIt({ html: true }).use((md) => pagePlugin(filling)(md)).render(text, { path });
/** As a build does it: the text once, then filled for the page. */
const built = (text: string, path: string) =>
  fillPlaces(
    `<head><title>x</title></head><main>${render(text, '/kommun/-mall', leavePlaces(data))}</main>`,
    path,
    data,
  );

describe('the page plugin', () => {
  it('puts words of the unit into the text, and a name means none of its signs', () => {
    expect(render('# {namn}')).toBe('<h1 id="lund">Lund</h1>\n');
    expect(render('Kommunerna i {omrade}.')).toBe('<p>Kommunerna i Mellersta Skåne.</p>\n');
    expect(render('Om {namn} i dag', '/kommun/1290')).toBe(
      '<p>Om Höör &lt;&amp;&quot;*_&gt; Nya i dag</p>\n',
    );
    expect(() => render('{okant}')).toThrow('unknown word: okant');
  });

  it('draws a block alone on its line, with its arguments, and leaves other text alone', () => {
    expect(render('::trend indikator=medeldagar_alla hojd=lag')).toBe(
      '<b>/kommun/1281 trend {"indikator":"medeldagar_alla","hojd":"lag"}</b>',
    );
    expect(render('Ord ::trend')).toBe('<p>Ord ::trend</p>\n');
    expect(render('Ord\n::trend')).toBe('<p>Ord</p>\n<b>/kommun/1281 trend {}</b>');
  });

  it('opens a section at each second heading and lists them beside the top', () => {
    const html = render('# {namn}\n\nText\n\n::pa_sidan\n\n## Å först\n\nEtt\n\n## Sist\n\nTvå');
    expect(html.replaceAll('\n', '')).toBe(
      '<div class="sidtopp"><div><h1 id="lund">Lund</h1><p>Text</p></div>' +
        '<nav class="pa-sidan" aria-label="På sidan"><p>På sidan</p><ul><li><a href="#a-forst">Å först</a></li>' +
        '<li><a href="#sist">Sist</a></li></ul></nav></div>' +
        '<section><h2 id="a-forst">Å först</h2><p>Ett</p></section><section><h2 id="sist">Sist</h2><p>Två</p></section>',
    );
    expect(() => render('## Samma\n\n## Samma')).toThrow('two headings with the same id: samma');
  });

  it('a page made for every unit at once becomes what the preview draws for one', () => {
    const text =
      '# Om {namn} i dag\n\n{kommuner}, {period}.\n\n::pa_sidan\n\n## Hur står sig {namn}?\n\n::mening indikator=medeldagar_skr';
    for (const path of ['/kommun/1281', '/kommun/1290']) {
      const html = built(text, path);
      expect(html).toContain(render(text, path, drawNow(data)));
      expect(html).not.toMatch(/data-plats|[\uE000-\uE001]/);
    }
    expect(built(text, '/kommun/1281')).toContain('<h2 id="hur-star-sig-lund">Hur står sig Lund?</h2>');
    expect(() => built('{okant}', '/kommun/1281')).toThrow('unknown word: okant');
  });
});
