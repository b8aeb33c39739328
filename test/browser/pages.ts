import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumArgs } from './chromium.ts';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: chromiumArgs });

/** Every page of the site, or of another one, as a path below its root. */
export function allPages(site = inject('site')): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort();
}

/** One page of every kind: each page of the root folder, and of each unit a large, a small and an ordinary one; an indicator and a judgement. */
export function pageKinds(): string[] {
  const pages = allPages();
  const units = [
    'kommun/1285.html',
    'kommun/1273.html',
    'vardgivare/sus.html',
    'delregion/mellersta.html',
    'kartlaggning/1285.html',
    'rapport/index.html',
    'aktiviteter/mellersta.html',
    'sa-raknas/medeldagar_alla.html',
    'sa-raknas/bro.html',
  ];
  const missing = units.filter((unit) => !pages.includes(unit));
  if (missing.length > 0) throw new Error(`pages not built: ${missing.join(', ')}`);
  return [...pages.filter((page) => !page.includes('/')), ...units];
}

export const address = (page: string): string => inject('origin') + page;
export const fileOf = (page: string): string => join(inject('site'), page);

/** Collects what a page should never do: console errors, thrown errors, requests off the site, failed requests. */
export function watchFaults(page: Page, origin = inject('origin')): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      faults.push(`off the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
