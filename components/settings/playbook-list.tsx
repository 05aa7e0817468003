import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, IconButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { blankOf, type FieldShape, type GroupField } from '@/lib/playbook/field-shape';
import { wordsFor } from '@/lib/playbook/field-words';
import { formatPath, type PlaybookProblem } from '@/lib/playbook/problem';
import { countWithin, problemAt, usePlaybookEditing } from './playbook-context';
import { PlaybookDisclosure } from './playbook-disclosure';
import { nameOfEntry } from './playbook-names';

interface PlaybookListProps {
  readonly path: PlaybookProblem['path'];
  readonly value: unknown;
  readonly shape: FieldShape & { readonly kind: 'list' };
  /** The heading above says already what it is. */
  readonly untitled: boolean;
  /** Draws the fields of one entry. */
  readonly children: (
    path: PlaybookProblem['path'],
    entry: unknown,
    fields: readonly GroupField[],
  ) => ReactNode;
}

/** The first `check-7` that stands nowhere in the document. */
function freeId(entry: string, json: unknown): string {
  const text = JSON.stringify(json);
  const stem = entry.replaceAll(' ', '-');
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!text.includes(`"${id}"`)) return id;
  }
}

/** Entries of one kind below each other: opened one by one, added, moved and removed. */
export function PlaybookList({ path, value, shape, untitled, children }: PlaybookListProps) {
  const { json, change, changeUndoably, problems, show } = usePlaybookEditing();
  const { label, help, entry: entryName = 'entry' } = wordsFor(path);
  const entries = Array.isArray(value) ? value : [];
  // Entries have no name that stays while they are edited: their rows are known by when they came.
  const [keys, setKeys] = useState(() => entries.map((_, at) => at));
  const nextKey = useRef(entries.length);
  const addButton = useRef<HTMLButtonElement>(null);
  const groupFields = shape.entry.kind === 'group' ? shape.entry.fields : [];
  // What an entry of a fixed list is about is its place: it names the row and is not edited.
  const fields = shape.fixed ? groupFields.slice(1) : groupFields;
  const error = problemAt(problems, path);

  const add = () => {
    change(
      [...path, entries.length],
      blankOf(shape.entry, () => freeId(entryName, json)),
    );
    setKeys([...keys, nextKey.current]);
    nextKey.current += 1;
    // The id is made up already.
    const first = groupFields.find(({ name }) => name !== 'id')?.name ?? '';
    show([...path, entries.length, first]);
  };
  const remove = (at: number) => {
    const name = nameOfEntry(path, at, entries[at]);
    changeUndoably(
      path,
      entries.filter((_, index) => index !== at),
      `“${name}” is removed.`,
    );
    setKeys(keys.filter((_, index) => index !== at));
    addButton.current?.focus();
  };
  const move = (at: number, to: number, { currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const order = entries.map((_, index) => (index === at ? to : index === to ? at : index));
    flushSync(() => {
      change(
        path,
        order.map((index) => entries[index]),
      );
      setKeys(order.map((index) => keys[index] ?? index));
    });
    // A row that was moved in the page loses the focus.
    currentTarget.focus();
  };

  return (
    <div data-path={formatPath(path)}>
      {untitled ? null : (
        <p className="flex flex-wrap items-baseline gap-x-1.5 font-semibold">
          {label} <span className="text-meta font-normal text-ink-3">{entries.length}</span>
        </p>
      )}
      {help ? <p className="text-meta text-ink-3">{help}</p> : null}
      {error ? <p className="text-meta text-s4">{error}</p> : null}
      {entries.length > 0 ? (
        <Card className="mt-1.5">
          {entries.map((entry, at) => {
            const name = nameOfEntry(path, at, entry);
            const here = [...path, at];
            return (
              <PlaybookDisclosure
                key={keys[at] ?? at}
                openKey={formatPath(here)}
                title={name}
                problems={countWithin(problems, here)}
                actions={
                  shape.fixed ? null : (
                    <>
                      <IconButton
                        label={`Move up: ${name}`}
                        aria-disabled={at === 0}
                        className="aria-disabled:opacity-30"
                        onClick={(event) => at > 0 && move(at, at - 1, event)}
                      >
                        <ArrowUp size={15} />
                      </IconButton>
                      <IconButton
                        label={`Move down: ${name}`}
                        aria-disabled={at === entries.length - 1}
                        className="aria-disabled:opacity-30"
                        onClick={(event) => at < entries.length - 1 && move(at, at + 1, event)}
                      >
                        <ArrowDown size={15} />
                      </IconButton>
                      <IconButton label={`Remove: ${name}`} onClick={() => remove(at)}>
                        <X size={15} />
                      </IconButton>
                    </>
                  )
                }
              >
                {() => children(here, entry, fields)}
              </PlaybookDisclosure>
            );
          })}
        </Card>
      ) : null}
      {shape.fixed ? null : (
        <Button ref={addButton} size="sm" className="mt-1.5" onClick={add}>
          <Plus size={14} /> Add {entryName}
        </Button>
      )}
    </div>
  );
}
