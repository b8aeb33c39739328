import { expect, it } from 'vitest';
import { audit, findingsOf } from './audit.ts';

it('no dependency of a build has a known serious vulnerability, where the audit service answers', async (context) => {
  const findings = await audit();
  if (findings === null) context.skip('npm audit: the service does not answer here');
  expect(findings!.filter(({ severity }) => ['high', 'critical'].includes(severity))).toEqual([]);
}, 30_000);

it('tells a finding from no answer', () => {
  const report = { auditReportVersion: 2, vulnerabilities: { paket: { severity: 'critical', via: [] } } };
  expect(findingsOf(JSON.stringify(report))).toEqual([{ name: 'paket', severity: 'critical' }]);
  expect(findingsOf('{"auditReportVersion": 2, "vulnerabilities": {}}')).toEqual([]);
  expect(findingsOf('{"message": "405 Method Not Allowed", "statusCode": 405}')).toBeNull();
  expect(findingsOf('')).toBeNull();
});
