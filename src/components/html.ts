/** Escaping and small HTML pieces. Every value that comes from data passes `escapeHtml`. */

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text safe in element content and in quoted attributes; control characters are dropped. */
export function escapeHtml(value: unknown): string {
  return String(value ?? '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[&<>"']/g, (character) => entities[character]!);
}

/** ` name="value"` for each given attribute; null, undefined and false are left out, true gives `name`. */
export function attributes(values: Record<string, string | number | boolean | null | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

/** A link, or just the text without an address. Only relative, http(s) and mailto addresses become links. */
export function link(text: string, href?: string): string {
  const scheme = href?.match(/^\s*([a-z][a-z0-9+.-]*):/i)?.[1]?.toLowerCase();
  if (!href || (scheme && !['http', 'https', 'mailto'].includes(scheme))) return escapeHtml(text);
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

/** Plain text of HTML made by these functions, for `<title>`, meta descriptions and alt text. */
export function plainText(html: string): string {
  const back: Record<string, string> = Object.fromEntries(
    Object.entries(entities).map(([character, entity]) => [entity, character]),
  );
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => back[entity]!)
    .trim();
}
