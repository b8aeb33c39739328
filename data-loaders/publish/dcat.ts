import type { Katalog } from '../catalogue-types.ts';
import { FILE_TITLES } from '../file-titles.ts';

/** The metadata's name beside the published files. */
export const DCAT_FILE = 'dcat.jsonld';

type Node = Record<string, unknown>;
const iri = (address: string): Node => ({ '@id': address });
const sv = (text: string): Node => ({ '@value': text, '@language': 'sv' });
const day = (date: string): Node => ({ '@value': date, '@type': 'xsd:date' });

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const EU = 'http://publications.europa.eu/resource/authority';

/** Extension → media type, as registered with IANA. */
export const MEDIA_TYPES: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
};

/**
 * The published files as DCAT-AP-SE: a catalogue, a dataset per indicator (and per file that belongs to none), a distribution per
 * format. Addresses start from the profile's public address, else they are relative to the metadata itself. Dates are the last
 * day of data; what the profile does not say is said to be missing and never made up.
 */
export function createDcat(catalogue: Katalog): Node {
  const { region, sista_datadag, syntetisk, oppna_data } = catalogue;
  const notice = syntetisk ? 'Syntetiska uppgifter. ' : '';
  const publisher = publisherOf(catalogue);
  const dates = { 'dcterms:issued': day(sista_datadag), 'dcterms:modified': day(sista_datadag) };
  const shared = {
    'dcterms:publisher': iri(String(publisher['@id'])),
    'dcterms:language': iri(`${EU}/language/SWE`),
    'dcterms:spatial': [
      iri(`${EU}/country/SWE`),
      { '@type': 'dcterms:Location', 'rdfs:label': sv(region.namn) },
    ],
    ...dates,
    ...rights(oppna_data.licens),
  };
  const context = { catalogue, notice, shared };
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': at(catalogue, DCAT_FILE),
        '@type': 'dcat:Catalog',
        'dcterms:title': sv(`Utskrivningsklar, ${region.namn}`),
        'dcterms:description': sv(
          `${notice}Hur länge människor väntar på att lämna sjukhuset när sjukhusvården inte längre behövs, per kommun, vårdgivare och månad.`,
        ),
        ...shared,
        'foaf:homepage': iri(oppna_data.adress ?? '../index.html'),
        'dcat:themeTaxonomy': iri(`${EU}/data-theme`),
        'dcat:dataset': datasets(catalogue).map(({ id }) => iri(datasetId(catalogue, id))),
      },
      publisher,
      ...contactOf(catalogue),
      ...datasets(catalogue).flatMap((dataset) => describeDataset(dataset, context)),
    ],
  };
}

type Dataset = { id: string; titel: string; beskrivning: string };

const datasets = ({ indikatorer }: Katalog): Dataset[] => [
  ...indikatorer.map(({ id, titel, definition }) => ({ id, titel, beskrivning: definition })),
  ...Object.entries(FILE_TITLES).map(([id, titel]) => ({ id, titel, beskrivning: `${titel}.` })),
];

const at = ({ oppna_data }: Katalog, file: string): string =>
  oppna_data.adress ? `${oppna_data.adress}data/${file}` : file;

const datasetId = (catalogue: Katalog, id: string): string => `${at(catalogue, DCAT_FILE)}#${id}`;

function describeDataset(
  { id, titel, beskrivning }: Dataset,
  { catalogue, notice, shared }: { catalogue: Katalog; notice: string; shared: Node },
): Node[] {
  const { forsta_dag, sista_datadag, kontakt } = catalogue;
  const formats = Object.keys(MEDIA_TYPES);
  const distribution = (type: string) => at(catalogue, `${id}.${type}`);
  return [
    {
      '@id': datasetId(catalogue, id),
      '@type': 'dcat:Dataset',
      'dcterms:title': sv(titel),
      'dcterms:description': sv(`${notice}${beskrivning}`),
      'dcterms:identifier': id,
      ...shared,
      'dcat:theme': iri(`${EU}/data-theme/HEAL`),
      'dcat:keyword': ['utskrivningsklar', 'slutenvård', 'samverkan vid utskrivning'].map(sv),
      ...(kontakt ? { 'dcat:contactPoint': iri(contactId(catalogue)) } : {}),
      'dcterms:temporal': {
        '@type': 'dcterms:PeriodOfTime',
        'dcat:startDate': day(forsta_dag),
        'dcat:endDate': day(sista_datadag),
      },
      'dcat:distribution': formats.map((type) => iri(`${distribution(type)}#fil`)),
    },
    ...formats.map((type) => ({
      '@id': `${distribution(type)}#fil`,
      '@type': 'dcat:Distribution',
      'dcterms:title': sv(`${titel}, ${type === 'xlsx' ? 'Excel' : type.toUpperCase()}`),
      'dcat:accessURL': iri(distribution(type)),
      'dcat:downloadURL': iri(distribution(type)),
      'dcterms:format': MEDIA_TYPES[type],
      'dcat:mediaType': iri(`http://www.iana.org/assignments/media-types/${MEDIA_TYPES[type]}`),
      ...pick(shared, [
        'dcterms:language',
        'dcterms:issued',
        'dcterms:modified',
        'dcterms:license',
        'dcterms:rights',
      ]),
    })),
  ];
}

/** A licence has an address; without one the reader is told that none is given. */
const rights = (licens: string | null): Node =>
  licens
    ? { 'dcterms:license': iri(licens) }
    : {
        'dcterms:rights': {
          '@type': 'dcterms:RightsStatement',
          'rdfs:label': sv('Ingen licens är angiven. Fråga utgivaren innan uppgifterna används vidare.'),
        },
      };

function publisherOf(catalogue: Katalog): Node {
  const { oppna_data, tillganglighet } = catalogue;
  return {
    '@id': `${at(catalogue, DCAT_FILE)}#utgivare`,
    '@type': 'foaf:Agent',
    'foaf:name': sv(oppna_data.utgivare ?? tillganglighet?.ansvarig ?? 'Utgivaren är inte angiven'),
  };
}

const contactId = (catalogue: Katalog): string => `${at(catalogue, DCAT_FILE)}#kontakt`;

/** vCard asks for an e-mail address; a contact that is something else is named. */
function contactOf(catalogue: Katalog): Node[] {
  const { kontakt } = catalogue;
  if (!kontakt) return [];
  const email = /^[^\s@<>"]+@[^\s@<>"]+$/.test(kontakt);
  return [
    {
      '@id': contactId(catalogue),
      '@type': 'vcard:Organization',
      'vcard:fn': sv(email ? String((publisherOf(catalogue)['foaf:name'] as Node)['@value']) : kontakt),
      ...(email ? { 'vcard:hasEmail': iri(`mailto:${kontakt}`) } : {}),
    },
  ];
}

const pick = (node: Node, names: string[]): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => names.includes(name)));
