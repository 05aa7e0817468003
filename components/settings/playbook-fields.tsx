import type { FieldShape, GroupField } from '@/lib/playbook/field-shape';
import { wordsFor } from '@/lib/playbook/field-words';
import { formatPath, type PlaybookProblem } from '@/lib/playbook/problem';
import { countWithin, problemAt, usePlaybookEditing } from './playbook-context';
import { PlaybookDisclosure } from './playbook-disclosure';
import { PlaybookLeaf } from './playbook-leaf';
import { PlaybookList } from './playbook-list';

interface FieldsProps {
  readonly path: PlaybookProblem['path'];
  readonly value: unknown;
  readonly fields: readonly GroupField[];
}

const inner = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** Numbers and choices stand side by side where there is room. */
const isShort = ({ kind }: FieldShape) => kind === 'number' || kind === 'choice';
/** Rarely touched, so it comes last. */
const isId = ({ shape }: GroupField) => shape.kind === 'text' && shape.isId;

/** The fields of a group; what is rarely needed lies folded at the end. */
function PlaybookFields({ path, value, fields }: FieldsProps) {
  const { problems } = usePlaybookEditing();
  const folded = fields.filter(({ name }) => wordsFor([...path, name]).folded);
  const [first] = folded;
  const title = first ? wordsFor([...path, first.name]).folded : undefined;
  const draw = (shown: readonly GroupField[]) => (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(170px,100%),1fr))] gap-x-4 gap-y-3.5">
      {shown.map((field) => (
        <div key={field.name} className={isShort(field.shape) ? 'min-w-0' : 'col-span-full min-w-0'}>
          <PlaybookField path={[...path, field.name]} value={inner(value, field.name)} {...field} />
        </div>
      ))}
    </div>
  );
  const plain = fields.filter((field) => !folded.includes(field));
  return (
    <>
      {draw([...plain.filter((field) => !isId(field)), ...plain.filter(isId)])}
      {title ? (
        <div className="-mx-2.5">
          <PlaybookDisclosure
            openKey={`${formatPath(path)}:folded`}
            title={title}
            remark={`${folded.filter(({ name }) => inner(value, name)).length} of ${folded.length}`}
            problems={folded.reduce((sum, { name }) => sum + countWithin(problems, [...path, name]), 0)}
          >
            {() => draw(folded)}
          </PlaybookDisclosure>
        </div>
      ) : null}
    </>
  );
}

interface PlaybookFieldProps {
  readonly path: PlaybookProblem['path'];
  readonly value: unknown;
  readonly shape: FieldShape;
  readonly empty: GroupField['empty'];
  /** The heading above says already what it is. */
  readonly untitled?: boolean;
}

/** Any field, drawn after the shape of its schema. */
export function PlaybookField({ path, value, shape, empty, untitled = false }: PlaybookFieldProps) {
  const { problems } = usePlaybookEditing();
  if (shape.kind === 'list') {
    return (
      <PlaybookList path={path} value={value} shape={shape} untitled={untitled}>
        {(here, entry, fields) => <PlaybookFields path={here} value={entry} fields={fields} />}
      </PlaybookList>
    );
  }
  const { label, help } = wordsFor(path);
  if (shape.kind === 'group') {
    const error = problemAt(problems, path);
    return (
      <fieldset data-path={formatPath(path)} className={untitled ? '' : 'border-s-2 border-line ps-3'}>
        <legend className={untitled ? 'sr-only' : 'float-start mb-1.5 w-full font-semibold'}>{label}</legend>
        <div className="clear-both space-y-3">
          {help ? <p className="-mt-1 text-meta text-ink-3">{help}</p> : null}
          {error ? <p className="text-meta text-s4">{error}</p> : null}
          <PlaybookFields path={path} value={value} fields={shape.fields} />
        </div>
      </fieldset>
    );
  }
  return (
    <div data-path={formatPath(path)}>
      <PlaybookLeaf path={path} value={value} shape={shape} empty={empty} />
    </div>
  );
}
