import { describe, expect, it } from 'vitest';
import type { Katalog } from '../../data-loaders/catalogue-types.ts';
import { createDcat, MEDIA_TYPES } from '../../data-loaders/publish/dcat.ts';
import { JUDGEMENT_FILES } from '../../data-loaders/publish/judgements.ts';
import { openData } from '../../src/lib/data.ts';
import { writeFixture } from '../site/fixture.ts';

type Node = Record<string, unknown>;

const fixture = openData(writeFixture({})).katalog();
const given: Katalog = {
  ...fixture,
  syntetisk: false,
  oppna_data: {
    utgivare: 'Region Exempel',
    adress: 'https://exempel.example/klar/',
    licens: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
};

const nodesOf = (catalogue: Katalog): Node[] => createDcat(catalogue)['@graph'] as Node[];
const ofType = (nodes: Node[], type: string): Node[] => nodes.filter((node) => node['@type'] === type);
const ids = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((node) => String((node as Node)['@id']));

/** Mandatory properties of DCAT-AP-SE (and of DCAT-AP 3), and the recommended ones that a portal shows. */
const REQUIRED: Record<string, string[]> = {
  'dcat:Catalog': [
    'dcterms:title',
    'dcterms:description',
    'dcterms:publisher',
    'dcat:dataset',
    'dcterms:language',
    'dcterms:license',
  ],
  'dcat:Dataset': [
    ...[
      'dcterms:title',
      'dcterms:description',
      'dcterms:publisher',
      'dcat:contactPoint',
      'dcat:distribution',
    ],
    ...[
      'dcterms:temporal',
      'dcterms:spatial',
      'dcterms:language',
      'dcat:theme',
      'dcat:keyword',
      'dcterms:license',
    ],
  ],
  'dcat:Distribution': ['dcat:accessURL', 'dcterms:format', 'dcat:mediaType', 'dcterms:license'],
  'foaf:Agent': ['foaf:name'],
  'vcard:Organization': ['vcard:fn', 'vcard:hasEmail'],
};

describe.each([
  ['with what the profile says', given],
  ['without', fixture],
])('%s', (_, catalogue) => {
  const nodes = nodesOf(catalogue);

  it.each(Object.entries(REQUIRED))('every %s has what DCAT-AP-SE asks for', (type, properties) => {
    const found = ofType(nodes, type);
    expect(found.length).toBeGreaterThan(0);
    const wanted = catalogue === given ? properties : properties.filter((name) => name !== 'dcterms:license');
    for (const node of found) expect(Object.keys(node)).toEqual(expect.arrayContaining(wanted));
  });

  it('refers only to nodes that are there, each described once', () => {
    const described = nodes.map((node) => String(node['@id']));
    expect(new Set(described).size).toBe(described.length);
    const referred = nodes.flatMap((node) =>
      ['dcterms:publisher', 'dcat:dataset', 'dcat:distribution', 'dcat:contactPoint'].flatMap((name) =>
        node[name] ? ids(node[name]) : [],
      ),
    );
    expect([...new Set(referred)].filter((id) => !described.includes(id))).toEqual([]);
  });

  it('has a dataset per indicator and file, each in every format', () => {
    const files = [...catalogue.indikatorer.map(({ id }) => id), 'jamforelse', ...JUDGEMENT_FILES];
    const addresses = ofType(nodes, 'dcat:Distribution').flatMap((node) => ids(node['dcat:downloadURL']));
    const base = catalogue.oppna_data.adress ? `${catalogue.oppna_data.adress}data/` : '';
    expect(addresses.sort()).toEqual(
      files.flatMap((id) => Object.keys(MEDIA_TYPES).map((type) => `${base}${id}.${type}`)).sort(),
    );
  });

  it('is dated by the data alone', () => {
    const days = JSON.stringify(nodes).match(/\d{4}-\d\d-\d\d/g)!;
    expect([...new Set(days)].sort()).toEqual([catalogue.forsta_dag, catalogue.sista_datadag]);
  });
});

it('names publisher and licence only where the profile does, and says so where it does not', () => {
  const [agent] = ofType(nodesOf(fixture), 'foaf:Agent');
  expect(agent!['foaf:name']).toMatchObject({ '@value': 'Utgivaren är inte angiven' });
  expect(JSON.stringify(nodesOf(fixture))).toContain('Ingen licens är angiven');
  expect(ofType(nodesOf(given), 'foaf:Agent')[0]!['foaf:name']).toMatchObject({ '@value': 'Region Exempel' });
  expect(JSON.stringify(nodesOf(given))).not.toContain('dcterms:rights');
});

it('says in every description that made-up data are made up, and only then', () => {
  const texts = (catalogue: Katalog) =>
    nodesOf(catalogue).flatMap((node) => {
      const text = node['dcterms:description'] as { '@value': string } | undefined;
      return text ? [text['@value']] : [];
    });
  expect(texts(fixture).every((text) => text.startsWith('Syntetiska uppgifter. '))).toBe(true);
  expect(texts(given).some((text) => text.includes('Syntetiska'))).toBe(false);
});

it('names a contact that is no e-mail address and invents none', () => {
  const [contact] = ofType(
    nodesOf({ ...given, kontakt: 'Analysenheten, telefon 000' }),
    'vcard:Organization',
  );
  expect(contact).toEqual(
    expect.objectContaining({ 'vcard:fn': { '@value': 'Analysenheten, telefon 000', '@language': 'sv' } }),
  );
  expect(contact).not.toHaveProperty('vcard:hasEmail');
  expect(ofType(nodesOf({ ...given, kontakt: null }), 'vcard:Organization')).toEqual([]);
});
