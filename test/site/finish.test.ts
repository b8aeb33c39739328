import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, finishPage } from '../../data-loaders/site/finish-page.ts';

const place = { path: '/kommun/1281', base: '/' };
const page = (head: string, body: string) =>
  `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">${head}</head>\n<body>\n<div id="observablehq-center">\n` +
  `<main id="observablehq-main" class="observablehq">${body}</main>\n</div>\n</body>\n</html>\n`;
const finished = (head: string, body: string, where = place) => finishPage(page(head, body), where).html;

describe('the finishing step', () => {
  it('names the language and gives main an id of ours', () => {
    expect(finished('', '<p>Hej</p>')).toBe(
      `<!DOCTYPE html><html lang="sv"><head>\n<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">\n` +
        '<meta name="referrer" content="no-referrer">\n<link rel="expect" href="#sidfot" blocking="render">\n</head>\n<body>\n' +
        '<main id="innehall" tabindex="-1"><p>Hej</p></main>\n</body></html>\n',
    );
  });

  it('lets the reader zoom and drops the generator', () => {
    const head =
      '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1"><meta name="generator" content="X">';
    expect(finished(head, '')).toContain(
      '<meta name="viewport" content="width=device-width, initial-scale=1"></head>',
    );
  });

  it('removes inline scripts, preloads and scripts of the framework, keeps a module file of ours', () => {
    const head =
      '<script type="module">import "../_observablehq/client.js";</script><link rel="modulepreload" href="../_observablehq/client.js">';
    const own = '<script type="module" src="../_import/lib/sok.1234.js"></script>';
    const html = finished(head, `${own}<script type="module" src="../_observablehq/search.js"></script>`);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="../_import/lib/sok.1234.js">']);
    expect(html).not.toContain('modulepreload');
  });

  it('lets no script in that is not a file of the site', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self'; ");
    expect(() => finished('', '<p onclick="x()">a</p>')).toThrow(
      'attribute that runs: onclick of p: /kommun/1281',
    );
    expect(() => finished('', '<a href=" JavaScript:x()">a</a>')).toThrow('attribute that runs: href of a');
  });

  it('refuses a page with live code, which would be lost', () => {
    expect(() => finished('<script type="module">define({id: "1"});</script>', '')).toThrow(
      'page with live code: /kommun/1281',
    );
  });

  it('says what a protected figure is once a section, and of a folded table always', () => {
    const legend = (more = '') =>
      `<p class="forklaring"><span class="skyddsord"><strong>skyddad</strong>: få.</span>${more}</p>`;
    const body =
      `<section>${legend()}<table></table>${legend()}${legend(' † Få.')}<details>${legend()}</details></section>` +
      `<section><details>${legend()}</details>${legend()}</section>`;
    const [first, second] = finished('', body).split('</section>');
    expect(first!.match(/skyddsord/g)).toHaveLength(2);
    expect(first).toContain('<table></table><p class="forklaring"> † Få.</p><details>');
    expect(second!.match(/skyddsord/g)).toHaveLength(2);
  });

  it('takes the anchor out of a heading and the new window off a link', () => {
    const body =
      '<h2 id="a"><a class="observablehq-header-anchor" href="#a">Rubrik</a></h2><a href="https://example.org/" target="_blank">ut</a>';
    expect(finished('', body)).toContain('<h2 id="a">Rubrik</h2><a href="https://example.org/">ut</a>');
  });

  it('makes links relative to the page, with their ending', () => {
    const links = [
      '/',
      '/kommun/index#a',
      '/delregion/mellersta',
      '/sok?q=1',
      '/data/x.csv',
      '#b',
      '//example.org',
    ];
    const html = finished('', links.map((href) => `<a href="${href}">x</a>`).join(''));
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '../index.html',
      '../kommun/index.html#a',
      '../delregion/mellersta.html',
      '../sok.html?q=1',
      '../data/x.csv',
      '#b',
      '//example.org',
    ]);
    expect(html).toContain('<a href="../data/x.csv" download="">');
  });

  it('starts the links of the page for unknown addresses from the base, without changing what # means', () => {
    const html = finished(
      '<base href="/under/">',
      '<a href="/om">x</a><a href="./sok.html">y</a><a href="#innehall">z</a>',
      {
        path: '/404',
        base: '/under/',
      },
    );
    expect(html).not.toContain('<base');
    expect(html.match(/(?<=<a )href="[^"]*"/g)).toEqual([
      'href="/under/om.html"',
      'href="/under/sok.html"',
      'href="#innehall"',
    ]);
  });
});
