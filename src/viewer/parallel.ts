import { cleanCopies } from './clipboard.ts';
import { isShown, on, one, rows } from './dom.ts';
import { listen } from './keys.ts';
import { followPlace, isProblem, selectOneLanguage, step, turn } from './place.ts';
import { makeSearch } from './search.ts';
import { spy } from './spy.ts';
import { apply, CHOICES, keep, query, remember, remembered } from './state.ts';
import { addTools } from './tools.ts';
import { addElements, tell, writeWords } from './words.ts';

/** What stands before the choices in what a browser remembers: that single keys are out of use. */
const NO_KEYS = '!';

function start(): void {
  const kept = remembered();
  const [use, keeps] = [one<HTMLInputElement>('#js-use'), one<HTMLInputElement>('#js-keep')];
  use.checked = !kept?.includes(NO_KEYS);
  keeps.checked = kept !== null;
  const save = (): void => {
    keep();
    remember(keeps.checked ? (use.checked ? '' : NO_KEYS) + query() : null);
  };
  const choices = CHOICES.test(location.search) ? location.search : kept?.replace(NO_KEYS, '');
  if (choices) apply(choices);
  const search = makeSearch();
  const help = (): void => one<HTMLDialogElement>('#js-keys').showModal();
  addTools({ search: search.open, keys: help });
  writeWords();
  listen(
    {
      j: () => step(1),
      k: () => step(-1),
      n: () => step(1, isProblem),
      p: () => step(-1, isProblem),
      '[': () => turn(-1),
      ']': () => turn(1),
      '/': search.open,
      '?': help,
      Escape: search.close,
    },
    () => use.checked,
  );
  on(document, 'change', ({ target }) => {
    // What is sought is no choice; and a list that is renewed as its field loses the focus cannot be clicked at.
    if (target.matches('#js-words')) return;
    writeWords();
    search.renew();
    if (target.matches('[name=filter]')) tell('found', rows.filter(isShown).length);
    save();
  });
  followPlace();
  cleanCopies();
  spy();
  selectOneLanguage();
}

if (rows[0] && addElements()) start();
