import type { Language } from '@/lib/language/language';
import { toWords, type Word } from '@/lib/language/words';
import type { CueKind } from './cues/cue';
import { type Cue, findCues } from './cues/lexicon';
import type { Unit } from './units';

/** What a unit looks like, whatever its words. */
export type Shape =
  | 'numbered'
  | 'bullet'
  | 'url'
  | 'code'
  | 'log'
  | 'question'
  | 'colon'
  | 'arrow'
  | 'quote'
  | 'exclaimed'
  | 'small'
  | 'tiny'
  | 'short'
  | 'long';

/** A unit with what was seen in it: the one form in which segmenting and presence look at text. */
export interface Sentence extends Unit {
  readonly text: string;
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
  readonly shapes: ReadonlySet<Shape>;
}

const NUMBERED = /^\(?(?:\d{1,2}|[a-h])[.):](?!\d)\s?/;
const BULLET = /^(?:[-*•–—+·>]|->|=>|→)\s?/;
const LOG =
  /^(?:\s*at\s+[\w$.<>]+\(|[\w.$]+(?:Exception|Error)\b|Caused by:|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?(?:ERROR|WARN|INFO|DEBUG)\b|#\d+\s+0x|\*\*\*|Traceback|File ")/;
/** Statements of program code; what a person tells does not end so. */
const STATEMENT =
  /[;{}]$|^(?:import|public|private|protected|package|return|var|const|select|insert into|@\w+|\/\/|<\/?\w)(?=\W|$).*[;>*=(@.]|\w\.\w+\(.*\)?/i;
const SIGNS = new Set('{}();=<>/\\|#$%&_[]"\'*@^~`+');
/** A line is judged by its beginning: a log line may be as long as it likes. */
const JUDGED = 400;

function toShapes(text: string, words: readonly Word[]): Set<Shape> {
  const shapes = new Set<Shape>();
  const add = (shape: Shape, holds: boolean) => holds && shapes.add(shape);
  const head = text.slice(0, JUDGED);
  add('numbered', NUMBERED.test(head));
  add('bullet', BULLET.test(head));
  add('url', /https?:\/\/|www\./i.test(head));
  let signs = 0;
  for (const sign of head) if (SIGNS.has(sign)) signs += 1;
  add('code', STATEMENT.test(head) || (signs > 4 && signs / head.length > (shapes.has('url') ? 0.2 : 0.1)));
  add('log', LOG.test(head));
  add('question', text.endsWith('?'));
  add('colon', text.endsWith(':'));
  add('arrow', /->|→|=>| > /.test(head));
  add('quote', /["“«„]/.test(head));
  add('exclaimed', text.endsWith('!'));
  add('small', /^\p{Ll}/u.test(text));
  add('tiny', words.length <= 3);
  add('short', words.length > 3 && words.length <= 8);
  add('long', words.length > 25);
  return shapes;
}

export function toSentence(text: string, unit: Unit, language: Language | null): Sentence {
  const own = text.slice(unit.start, unit.end);
  const words = toWords(text, unit.start, unit.end);
  const shapes = toShapes(own, words);
  return { ...unit, text: own, words, shapes, cues: findCues(withoutMarker(words, shapes), language) };
}

/** The number of a step is no word of it. */
function withoutMarker(words: readonly Word[], shapes: ReadonlySet<Shape>): readonly Word[] {
  return shapes.has('numbered') ? words.slice(1) : words;
}

export function hasCue(sentence: Sentence, kind: CueKind): boolean {
  return sentence.cues.some((cue) => cue.kind === kind);
}
