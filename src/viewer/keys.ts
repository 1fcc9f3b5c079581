import { main, on } from './dom.ts';

/** The sign of a key, also where its place on the keyboard writes another script. */
function signOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key[1] || /[!-~]/.test(key)) return key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.replace('BracketLeft', '[').replace('BracketRight', ']').replace('Key', '').toLowerCase();
}

/** Single keys do something while the focus is in the text, nobody is composing a character, and they are in use. */
export function listen(commands: Readonly<Record<string, () => void>>, inUse: () => boolean): void {
  on(main, 'keydown', (event) => {
    const other = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
    if (!inUse() || event.isComposing || event.keyCode === 229 || other) return;
    if (event.target.closest('input,select,textarea,[contenteditable]')) return;
    const command = commands[signOf(event)];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
