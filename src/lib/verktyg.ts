/** What a page gains with JavaScript: tables that sort, charts that read, files to save, a choice of figures. */
import { announce } from './client/announce.js';
import { tellOrigin } from './client/origin.js';
import { makeReadable } from './client/readout.js';
import { makeSortable } from './client/sort.js';

const form = document.querySelector<HTMLFormElement>('form.urval');

makeReadable(document);
makeSortable(document);

document.addEventListener('click', async ({ target }) => {
  tellOrigin(target);
  const button = (target as Element).closest<HTMLButtonElement>('button[data-ladda], button[data-kopiera]');
  if (button?.dataset.ladda) {
    const { save } = await import('./client/download.js');
    await save(button);
    announce('Filen är sparad.');
  } else if (button) {
    const example = button.closest('.verktyg')!.previousElementSibling!;
    // Only a site with https, or this computer, may write to the clipboard.
    if (navigator.clipboard) await navigator.clipboard.writeText(example.textContent ?? '');
    else getSelection()?.selectAllChildren(example);
    announce(navigator.clipboard ? 'Exemplet är kopierat.' : 'Exemplet är markerat. Kopiera med Ctrl+C.');
  }
});

/** The choice loads figures first when the reader makes one, or comes with one in the address. */
if (form) {
  const choose = async (): Promise<void> => {
    const { startChoice } = await import('./client/choice.js');
    await startChoice(form);
  };
  form.addEventListener('change', choose, { once: true });
  if (/[?&](period|grupp|indikator)=/.test(location.search)) void choose();
}
