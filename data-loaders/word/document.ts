import { Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { formatDate } from '../../src/components/format.ts';
import { bodyOf } from './body.ts';
import { all, type Element, textOf } from './dom.ts';
import { coreProperties, pinTimes } from './pin.ts';
import { QUIET } from './runs.ts';

export type WordFacts = {
  /** True: every sheet says that the figures are made up. */
  syntetisk: boolean;
  /** Last day of data: in the footer, and the document's own date. */
  sista_datadag: string;
};

const NOTICE = 'Syntetiska uppgifter. Alla vårdtillfällen är påhittade och visar hur programmet fungerar.';

/**
 * The content of a built page (`main`) as an editable Word file: headings, text, real tables, charts as pictures with alternative
 * text, page numbers. Same page in, same bytes out.
 */
export async function wordDocument(main: Element, { syntetisk, sista_datadag }: WordFacts): Promise<Buffer> {
  const title = all(main, 'h1').map(textOf).join(' ').trim();
  const notice = syntetisk ? [new TextRun({ text: NOTICE, bold: true, size: 18 })] : [];
  const foot = `${title}. Data till och med ${formatDate(sista_datadag)}. `;
  const file = new Document({
    title,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1304, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ children: notice })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                // By the paragraph's style: a program that counts the pages anew need not keep a run's size.
                style: FOOT,
                children: [
                  new TextRun({
                    children: [foot, 'Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: bodyOf(main),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties({ title, day: sista_datadag }) };
  return pinTimes(await Packer.toBuffer(file, undefined, [core]), sista_datadag);
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '16202a', font: 'Arial' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

const FOOT = 'Sidfot';

const STYLES = {
  paragraphStyles: [{ id: FOOT, name: FOOT, basedOn: 'Normal', run: QUIET }],
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: '16202a', language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(40, 0),
    heading2: heading(30, 400),
    heading3: heading(24, 280),
    heading4: heading(21, 200),
  },
};
