/** Terms and texts in two columns. Both are HTML. */
export const terms = (rows: [string, string][]): string =>
  `<dl class="termer">${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join('')}</dl>`;
