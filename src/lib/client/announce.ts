/** One polite live region for what the reader's own actions change. It is empty until then. */
let region: HTMLElement | undefined;

export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'dold';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = text;
}
