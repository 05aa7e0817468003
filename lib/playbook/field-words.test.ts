import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/language/language';
import { checkPlaybook } from './check-playbook';
import { defaultPlaybook } from './default-playbook';
import { blankOf, type FieldShape, shapeOf } from './field-shape';
import { PLAYBOOK_PARTS, wordedPaths, wordsFor } from './field-words';
import { PlaybookSchema } from './playbook';

/** Every field of the schema by path, with its shape. */
function fieldsOf(shape: FieldShape, path: string[] = []): [string[], FieldShape][] {
  if (shape.kind === 'list') return fieldsOf(shape.entry, path);
  if (shape.kind !== 'group') return [];
  return shape.fields.flatMap(({ name, shape: inner }) => [
    [[...path, name], inner] as [string[], FieldShape],
    ...fieldsOf(inner, [...path, name]),
  ]);
}

const shape = shapeOf(PlaybookSchema);
const fields = fieldsOf(shape);
const isLanguage = (path: string[]) => (LANGUAGES as readonly string[]).includes(path.at(-1) ?? '');

describe('the words of the playbook’s fields', () => {
  it('are there for every field of the schema, and for no other', () => {
    const own = fields.filter(([path]) => !isLanguage(path)).map(([path]) => path.join('.'));
    expect([...wordedPaths()].sort()).toEqual(own.sort());
    for (const [path] of fields) expect(wordsFor(path).label).not.toBe(path.at(-1));
  });

  it('name every value of a choice that is a word, and one entry of every list', () => {
    for (const [path, field] of fields) {
      const { names = {}, entry } = wordsFor(path);
      if (field.kind === 'list') expect([path, entry]).toEqual([path, expect.any(String)]);
      if (field.kind !== 'choice' && field.kind !== 'choices') continue;
      const unnamed = field.values.filter((value) => typeof value === 'string' && !names[value]);
      expect([path, unnamed]).toEqual([path, []]);
    }
  });

  it('cover every field of the document in one part of the editor', () => {
    const tops = shape.kind === 'group' ? shape.fields.map(({ name }) => name) : [];
    const covered = PLAYBOOK_PARTS.flatMap((part) => part.fields);
    expect(['version', ...covered].sort()).toEqual(tops.sort());
  });
});

describe('blankOf', () => {
  it('makes entries in which only what must be written is missing', () => {
    const top = shape.kind === 'group' ? shape.fields.find(({ name }) => name === 'questionSets') : undefined;
    if (top?.shape.kind !== 'list') throw new Error('No list of question sets');
    const set = blankOf(top.shape.entry, () => 'new-1');
    const checked = checkPlaybook({ ...defaultPlaybook, questionSets: [set] });
    const messages = checked.ok
      ? []
      : checked.error.map(({ path, message }) => `${path.join('.')} ${message}`);
    expect(messages).toEqual([
      'questionSets.0.title is empty',
      'questionSets.0.questions.0.ask is empty',
      'questionSets.0.questions.0.reply.en is empty',
      'questionSets.0.questions.0.answers.0.label is empty',
      'questionSets.0.questions.0.answers.1.label is empty',
    ]);
  });
});
