import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, it } from 'vitest';
import { openData } from '../../src/lib/data.ts';
import { type Place, pagePlugin } from '../../src/lib/markdown.ts';
import { drawNow, fillPlaces, leavePlace } from '../../src/lib/places.ts';
import { words } from '../../src/lib/words.ts';
import { writeFixture } from './fixture.ts';

let data: ReturnType<typeof openData>;
beforeAll(() => {
  data = openData(writeFixture());
});

const tell: Place = (page, name, args) => `<b>${page.unit.namn} ${name} ${JSON.stringify(args)}</b>`;
const render = (text: string, path = '/kommun/1281', place = tell) =>
  new MarkdownIt({ html: true }).use((md) => pagePlugin(data, words, place)(md)).render(text, { path });

describe('the page plugin', () => {
  it('puts words of the unit into the text, and a name means none of its signs', () => {
    expect(render('# {namn}')).toBe('<h1 id="lund">Lund</h1>\n');
    expect(render('Kommunerna i {omrade}.')).toBe('<p>Kommunerna i Mellersta Skåne.</p>\n');
    expect(render('Om {namns} dagar', '/kommun/1290')).toBe(
      '<p>Om Höör &lt;&amp;&quot;*_&gt; Nyas dagar</p>\n',
    );
    expect(() => render('{okant}')).toThrow('unknown word: okant');
  });

  it('draws a block alone on its line, with its arguments, and leaves other text alone', () => {
    expect(render('::trend indikator=medeldagar_alla hojd=lag')).toBe(
      '<b>Lund trend {"indikator":"medeldagar_alla","hojd":"lag"}</b>',
    );
    expect(render('Ord ::trend')).toBe('<p>Ord ::trend</p>\n');
    expect(render('Ord\n::trend')).toBe('<p>Ord</p>\n<b>Lund trend {}</b>');
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

  it('a place left in the build holds what the preview draws at once', () => {
    const text = '::mening indikator=medeldagar_skr';
    const body = render(text, '/kommun/1281', leavePlace);
    const html = fillPlaces(`<head></head><main><h1>Lund</h1>${body}</main>`, '/kommun/1281', data);
    expect(html).toContain(render(text, '/kommun/1281', drawNow));
    expect(html).not.toContain('data-plats');
  });
});
