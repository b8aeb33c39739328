/** Swedish text of a reason code; a code without a text reads as words. */
export function reasonText(code: string): string {
  return code.replaceAll('_', ' ');
}
