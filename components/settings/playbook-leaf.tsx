import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { toPhrases } from '@/lib/language/phrases';
import type { Choice, FieldShape, GroupField } from '@/lib/playbook/field-shape';
import { wordsFor } from '@/lib/playbook/field-words';
import { formatPath, type PlaybookProblem } from '@/lib/playbook/problem';
import { ChoiceField } from './choice-field';
import { problemWithin, usePlaybookEditing } from './playbook-context';

interface LeafProps {
  readonly path: PlaybookProblem['path'];
  readonly value: unknown;
}

const toText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Text and numbers. What was typed is kept as it is: the schema says what is wrong with it. */
function TextLeaf({ path, value, shape, empty }: LeafProps & Pick<GroupField, 'shape' | 'empty'>) {
  const { change, problems } = usePlaybookEditing();
  const { label, help, long } = wordsFor(path);
  const parse = (text: string): unknown => {
    if (text === '' && empty === 'left-out') return undefined;
    if (text === '' && empty === 'null') return null;
    const isNumber = shape.kind === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(text.trim());
    return isNumber ? Number(text) : text;
  };
  return (
    <Field
      name={formatPath(path)}
      label={label}
      value={toText(value)}
      onChange={(text) => change(path, parse(text))}
      help={help}
      error={problemWithin(problems, path)}
      multiline={long ?? false}
    />
  );
}

/** A list of short texts in one field. */
function LinesLeaf({ path, value, phrases }: LeafProps & { phrases: boolean }) {
  const { change, problems } = usePlaybookEditing();
  const { label, help } = wordsFor(path);
  const split = (text: string) =>
    phrases
      ? toPhrases(text.replaceAll('\n', ','))
      : text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
  return (
    <Field
      name={formatPath(path)}
      label={label}
      value={toList(value)
        .map(toText)
        .join(phrases ? ', ' : '\n')}
      onChange={(text) => change(path, split(text))}
      help={help}
      error={problemWithin(problems, path)}
      multiline
    />
  );
}

interface ChoiceLeafProps extends LeafProps {
  readonly values: readonly Choice[];
  readonly label: string;
  readonly help?: string | undefined;
}

function ChoiceLeaf({ path, value, values, label, help }: ChoiceLeafProps) {
  const { change, problems } = usePlaybookEditing();
  const { names } = wordsFor(path);
  const choices = values.map((it) => ({ value: String(it), label: names?.[it] ?? String(it) }));
  return (
    <ChoiceField
      meta={{ label, choices, ...(help ? { help } : {}) }}
      value={toText(value)}
      onChange={(chosen) =>
        change(
          path,
          values.find((it) => String(it) === chosen),
        )
      }
      error={problemWithin(problems, path)}
    />
  );
}

/** Boxes for what may hold at the same time, in the order of the schema. */
function ChoicesLeaf({ path, value, values }: LeafProps & { values: readonly Choice[] }) {
  const { change, problems } = usePlaybookEditing();
  const { label, help, names } = wordsFor(path);
  const chosen = toList(value);
  const error = problemWithin(problems, path);
  return (
    <fieldset>
      <legend className="mb-1 text-meta font-semibold text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {values.map((it) => (
          <div key={it} className="min-w-[150px] flex-1">
            <Checkbox
              checked={chosen.includes(it)}
              onChange={(checked) =>
                change(
                  path,
                  values.filter((other) => (other === it ? checked : chosen.includes(other))),
                )
              }
            >
              {names?.[it] ?? it}
            </Checkbox>
          </div>
        ))}
      </div>
      {help ? <p className="mt-1 text-meta text-ink-3">{help}</p> : null}
      {error ? <p className="mt-1 text-meta text-s4">{error}</p> : null}
    </fieldset>
  );
}

/** One choice for each place of a row, side by side. */
function RowLeaf({ path, value, shape }: LeafProps & { shape: FieldShape & { kind: 'row' } }) {
  const { label, help, names } = wordsFor(path);
  const id = useId();
  const { entry } = shape;
  if (entry.kind !== 'choice') return null;
  return (
    <fieldset aria-describedby={help ? id : undefined}>
      <legend className="mb-1 text-meta font-semibold text-ink-2">{label}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(110px,1fr))] gap-2">
        {Array.from({ length: shape.length }, (_, at) => (
          <ChoiceLeaf
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a row is about
            key={at}
            path={[...path, at]}
            value={toList(value)[at]}
            values={entry.values}
            label={names?.[at] ?? String(at + 1)}
          />
        ))}
      </div>
      {help ? (
        <p id={id} className="mt-1 text-meta text-ink-3">
          {help}
        </p>
      ) : null}
    </fieldset>
  );
}

/** One field that holds no others. */
export function PlaybookLeaf({ path, value, shape, empty }: LeafProps & Omit<GroupField, 'name'>) {
  const { change } = usePlaybookEditing();
  const { label, help } = wordsFor(path);
  switch (shape.kind) {
    case 'text':
    case 'number':
      return <TextLeaf path={path} value={value} shape={shape} empty={empty} />;
    case 'lines':
      return <LinesLeaf path={path} value={value} phrases={shape.phrases} />;
    case 'choice':
      return <ChoiceLeaf path={path} value={value} values={shape.values} label={label} help={help} />;
    case 'choices':
      return <ChoicesLeaf path={path} value={value} values={shape.values} />;
    case 'row':
      return <RowLeaf path={path} value={value} shape={shape} />;
    case 'boolean':
      return (
        <Checkbox checked={value === true} onChange={(checked) => change(path, checked)}>
          {label}
          {help ? <span className="block text-meta text-ink-3">{help}</span> : null}
        </Checkbox>
      );
    default:
      return null;
  }
}
