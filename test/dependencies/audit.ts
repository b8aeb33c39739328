import { execFile } from 'node:child_process';

/** What `npm audit --json` found: names of packages per severity, or null where the service did not answer. */
export type Findings = { severity: string; name: string }[] | null;

/** `report`: what npm printed. Null for anything that is no audit report: no network, a mirror without the service. */
export function findingsOf(report: string): Findings {
  let parsed: { auditReportVersion?: number; vulnerabilities?: Record<string, { severity: string }> };
  try {
    parsed = JSON.parse(report);
  } catch {
    return null;
  }
  if (parsed.auditReportVersion === undefined) return null;
  return Object.entries(parsed.vulnerabilities ?? {}).map(([name, { severity }]) => ({ name, severity }));
}

/** Known vulnerabilities of what a build runs on, as the registry's service knows them today. */
export function audit(): Promise<Findings> {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=10000'];
  return new Promise((resolve) => {
    // npm ends with 1 both for a finding and for no answer: what it printed tells them apart.
    execFile('npm', args, { timeout: 20_000 }, (_error, printed) => resolve(findingsOf(printed)));
  });
}
