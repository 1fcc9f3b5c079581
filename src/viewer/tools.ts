import { citation, markdown, onlyLanguage, put, tabbed, table } from './clipboard.ts';
import { all, isShown, nameOf, numberOf, on, one, type Row, rows } from './dom.ts';
import { chosen } from './place.ts';
import { addressOf } from './state.ts';
import { say } from './words.ts';

/** Makes the buttons of the bar and of the dialogs do what they say; `more` is what others do. */
export function addTools(more: Readonly<Record<string, () => void>>): void {
  const copy = one<HTMLDialogElement>('#js-copy');
  const whole = one<HTMLInputElement>('input', copy);
  const own = (): readonly Row[] => {
    const { rows: some } = chosen();
    return whole.checked || !some[0] ? rows.filter(isShown) : some;
  };
  const tellRows = (): void => {
    const numbers = own().map(numberOf).join('–');
    one('p', copy).textContent = say('sentences', numbers.replace(/–.*–/, '–'));
  };
  on(whole, 'change', tellRows);
  const acts: Record<string, () => unknown> = {
    ...more,
    link: () => put({ text: addressOf(chosen().rows[0]?.id) }),
    cite: () => put(citation(chosen())),
    copy: () => {
      one('[data-do=only]', copy).textContent = say('only', nameOf(chosen().locale));
      tellRows();
      copy.showModal();
    },
    only: () => put(onlyLanguage(own(), chosen().locale)),
    tsv: () => put(tabbed(own())),
    markdown: () => put(markdown(own())),
    html: () => put(table(own())),
  };
  for (const button of all('.js button')) {
    on(button, 'click', () => {
      button.closest('dialog')?.close();
      acts[button.dataset['do'] ?? '']?.();
    });
  }
  // A press on a button takes neither the selection nor the place in the text away.
  on(one('.js-bar'), 'mousedown', (event) => event.preventDefault());
}
