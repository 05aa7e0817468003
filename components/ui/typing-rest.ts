import { isTyping } from './is-typing';

/** Fingers that type on pause no longer than this between two letters, and neither does a machine that is busy. */
const REST_MS = 5_000;

/** When a letter was last meant as text, as event time; long ago once the field was left on purpose. */
let lastLetter = Number.NEGATIVE_INFINITY;

/**
 * Whether a key is text or may be: pressed in a field, or in the flow of typing after a field vanished, as it does when
 * the ticket in front changes. Single keys rest then, or the end of a word would act on another ticket.
 */
export function isText({ target, key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const inField = isTyping(target);
  if (ctrlKey || metaKey || altKey || key === 'Tab' || key === 'Escape' || key === 'Enter')
    lastLetter = Number.NEGATIVE_INFINITY;
  else if (inField || timeStamp - lastLetter < REST_MS) lastLetter = timeStamp;
  return inField || lastLetter === timeStamp;
}

/** A press of the pointer ends typing at once, and so does the way to another window or into the page. */
export function endTyping(): void {
  lastLetter = Number.NEGATIVE_INFINITY;
}

/** Hands every key to `press`, wherever the focus is, and says whether it is text; answers with how to stop. */
export function listenForKeys(press: (event: KeyboardEvent, text: boolean) => void): () => void {
  const hear = (event: KeyboardEvent) => press(event, isText(event));
  addEventListener('keydown', hear);
  addEventListener('pointerdown', endTyping);
  addEventListener('blur', endTyping);
  return () => {
    removeEventListener('keydown', hear);
    removeEventListener('pointerdown', endTyping);
    removeEventListener('blur', endTyping);
  };
}
