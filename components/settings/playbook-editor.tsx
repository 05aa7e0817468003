import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { UndoLine } from '@/components/ui/undo-line';
import { valueAt } from '@/lib/playbook/at-path';
import { type GroupField, shapeOf } from '@/lib/playbook/field-shape';
import { PLAYBOOK_PARTS, type PlaybookPart } from '@/lib/playbook/field-words';
import { PlaybookSchema } from '@/lib/playbook/playbook';
import { formatPath, type PlaybookProblem } from '@/lib/playbook/problem';
import { countWithin, PlaybookEditingContext } from './playbook-context';
import { PlaybookDisclosure } from './playbook-disclosure';
import { PlaybookField } from './playbook-fields';
import { nameOfField } from './playbook-names';
import { type PlaybookDraft, usePlaybookDraft } from './use-playbook-draft';

type Path = PlaybookProblem['path'];

interface PlaybookEditorProps {
  /** What was being edited and is not valid yet. */
  readonly draft: string | null;
  readonly stored: string | null;
  readonly onClose: () => void;
}

function topFields(): readonly GroupField[] {
  const shape = shapeOf(PlaybookSchema);
  return shape.kind === 'group' ? shape.fields : [];
}

/** Keys of everything that hides a field: its part, the entries it lies in, what is folded. */
function keysAround(path: Path): string[] {
  const part = PLAYBOOK_PARTS.find(({ fields }) => fields.includes(String(path[0])));
  const steps = path.flatMap((_, at) => {
    const key = formatPath(path.slice(0, at + 1));
    return [key, `${key}:folded`];
  });
  return part ? [part.title, ...steps] : steps;
}

/** Puts the focus into the innermost drawn field of a path. */
function focusField(path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const place = document.querySelector(`[data-path="${CSS.escape(formatPath(path.slice(0, length)))}"]`);
    const field = place?.querySelector<HTMLElement>('input, textarea, select, button');
    if (!field) continue;
    field.focus();
    return;
  }
}

/** The playbook as a form, section by section. What is valid is in force at once. */
export function PlaybookEditor({ draft, stored, onClose }: PlaybookEditorProps) {
  const edited = usePlaybookDraft(draft, stored);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const wanted = useRef<Path | null>(null);
  useEffect(() => {
    if (wanted.current) focusField(wanted.current);
    wanted.current = null;
  });
  const show = (path: Path) => {
    wanted.current = path;
    setOpen(new Set([...open, ...keysAround(path)]));
  };
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const { json, problems, change, changeUndoably } = edited;
  return (
    <PlaybookEditingContext
      value={{ json, problems, change, changeUndoably, show, toggle, isOpen: (key) => open.has(key) }}
    >
      <div className="mt-4">
        <div className="sticky-head sticky top-0 z-20 space-y-1.5 bg-bg py-1.5">
          <State edited={edited} onShow={show} />
          {edited.undoable ? (
            <UndoLine
              key={edited.undoable.until}
              until={edited.undoable.until}
              leaves={false}
              onOver={edited.forgetUndo}
              onUndo={async () => {
                edited.undo();
                return null;
              }}
            >
              {edited.undoable.words}
            </UndoLine>
          ) : null}
        </div>
        <Card key={edited.revision}>
          {PLAYBOOK_PARTS.map((part) => (
            <Part key={part.title} part={part} edited={edited} />
          ))}
        </Card>
        <Button className="mt-3" onClick={onClose}>
          Close the editor
        </Button>
      </div>
    </PlaybookEditingContext>
  );
}

/** Whether what is typed is in force, else the first thing that is wrong with it. */
function State({ edited, onShow }: { edited: PlaybookDraft; onShow: (path: Path) => void }) {
  const [first] = edited.problems;
  if (!first) {
    return (
      <Banner tone="accent" role="status" icon={<CircleCheck size={15} />}>
        Valid, and in force in every open panel.
      </Banner>
    );
  }
  const others = edited.problems.length - 1;
  return (
    <Banner
      tone="error"
      role="status"
      icon={<CircleAlert size={15} />}
      actions={
        <Button size="sm" onClick={() => onShow(first.path)}>
          Show the field
        </Button>
      }
    >
      Not in force yet. <bdi>{nameOfField(first.path, edited.json)}</bdi>: {first.message}.
      {others > 0 ? ` ${others} more ${others === 1 ? 'problem' : 'problems'}.` : ''} The last valid version
      stays in force; what you typed is kept.
    </Banner>
  );
}

function countIn(part: PlaybookPart, json: unknown): string {
  const [only] = part.fields;
  const value = part.fields.length === 1 ? valueAt(json, [String(only)]) : null;
  return Array.isArray(value) ? String(value.length) : '';
}

function Part({ part, edited }: { part: PlaybookPart; edited: PlaybookDraft }) {
  const { json, problems, reset } = edited;
  const fields = topFields().filter(({ name }) => part.fields.includes(name));
  return (
    <PlaybookDisclosure
      openKey={part.title}
      title={part.title}
      strong
      remark={countIn(part, json)}
      problems={part.fields.reduce((sum, field) => sum + countWithin(problems, [field]), 0)}
    >
      {() => (
        <>
          {fields.map((field) => (
            <PlaybookField
              key={field.name}
              path={[field.name]}
              untitled={fields.length === 1}
              value={valueAt(json, [field.name])}
              {...field}
            />
          ))}
          <TextButton onClick={() => reset(part.fields, `${part.title}: the default is back.`)}>
            Back to the default of this section
          </TextButton>
        </>
      )}
    </PlaybookDisclosure>
  );
}
