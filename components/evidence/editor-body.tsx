import { Redo2, Trash2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { flattenImage } from '@/lib/evidence/flatten-image';
import { fitMark, type Mark, nameOf, placeOf } from '@/lib/evidence/marks';
import type { OpenImage } from '@/lib/evidence/open-image';
import { fitText } from '@/lib/evidence/paint-marks';
import type { EditedImage } from './edited-image';
import { toKeyHandler } from './editor-keys';
import { MarkList } from './mark-list';
import { ToolBar } from './tool-bar';
import { useMarks } from './use-marks';
import { useStage } from './use-stage';

interface EditorBodyProps {
  readonly image: OpenImage;
  readonly edited: EditedImage;
  readonly onSave: (bytes: Blob) => Promise<void>;
  readonly onClose: () => void;
  /** Set to what closes the editor, or asks first. */
  readonly leave: RefObject<() => void>;
}

const ZOOMS = [1, 2, 4, 8] as const;

/** Tools, canvas, marks in words, and what to do with it all. */
export function EditorBody({ image, edited, onSave, onClose, leave }: EditorBodyProps) {
  const [state, act] = useMarks(image, edited.propose?.(image) ?? []);
  const [zoomAt, setZoomAt] = useState(0);
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState('');
  const refit = useCallback(
    (mark: Mark, before?: Mark) => (mark.kind === 'text' ? fitMark(fitText(mark, before), image) : mark),
    [image],
  );
  const zoom = (by: 1 | -1) => setZoomAt((at) => Math.min(ZOOMS.length - 1, Math.max(0, at + by)));
  const { frame, host } = useStage(image, state, act, refit, ZOOMS[zoomAt] ?? 1);
  const { history, selectedId, tool } = state;
  const selected = history.present.find((mark) => mark.id === selectedId);
  const changed = history.past.length > 0;

  useEffect(() => {
    leave.current = () => (changed ? setAsked(true) : onClose());
  }, [leave, changed, onClose]);
  useEffect(() => frame.current?.focus(), [frame]);

  const save = async () => {
    if (saving) return;
    setSaving(true);
    try {
      await onSave(await flattenImage(image, history.present, edited.bytes.type));
      onClose();
    } catch {
      setSaving(false);
      setProblem('The picture could not be saved. Try again; what you drew is still here.');
    }
  };
  const onKeyDown = toKeyHandler({
    state,
    act,
    refit,
    frame,
    onZoom: zoom,
    onSave: () => void save(),
    onLeave: () => leave.current(),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: single keys of the controls within
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="border-b border-line bg-card px-2 py-1.5">
        <ToolBar
          tool={tool}
          onChoose={(it) => {
            act({ do: 'choose', tool: it });
            frame.current?.focus();
          }}
        />
      </div>
      {edited.remark || image.reducedFrom ? (
        <div className="space-y-2 px-3.5 pt-2">
          {edited.remark ? <Banner tone="warn">{edited.remark}</Banner> : null}
          {image.reducedFrom ? (
            <Banner>
              {image.reducedFrom.width} × {image.reducedFrom.height} pixels are too many to edit: saved as{' '}
              {image.width} × {image.height}.
            </Banner>
          ) : null}
        </div>
      ) : null}
      <div
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys draw here, as the pointer does
        tabIndex={0}
        role="application"
        aria-label={`Picture, ${image.width} × ${image.height} pixels`}
        aria-describedby="editor-keys"
        onPointerDown={(event) => event.currentTarget.focus()}
        className="m-2 grid min-h-40 flex-1 place-items-center overflow-auto rounded-md bg-sunk"
      >
        <div ref={host} dir="ltr" className="touch-none" data-marks={history.present.length} />
      </div>
      <p id="editor-keys" className="sr-only">
        Enter places what the tool draws. Arrow keys move the chosen mark, with Shift they resize it. Delete
        removes it, Escape lets go of it. Tab goes from mark to mark.
      </p>
      <p role="status" className="sr-only">
        {selected ? `${nameOf(selected)}, ${placeOf(selected)}` : ''}
      </p>
      <div className="flex items-center gap-1 px-2.5">
        <IconButton label="Undo" disabled={!changed} onClick={() => act({ do: 'undo' })}>
          <Undo2 size={16} />
        </IconButton>
        <IconButton label="Redo" disabled={history.future.length === 0} onClick={() => act({ do: 'redo' })}>
          <Redo2 size={16} />
        </IconButton>
        <IconButton
          label="Remove the chosen mark"
          disabled={!selected}
          onClick={() => act({ do: 'remove', id: selectedId })}
        >
          <Trash2 size={16} />
        </IconButton>
        <span className="flex-1" />
        <IconButton label="Smaller" disabled={zoomAt === 0} onClick={() => zoom(-1)}>
          <ZoomOut size={16} />
        </IconButton>
        <IconButton label="Larger" disabled={zoomAt === ZOOMS.length - 1} onClick={() => zoom(1)}>
          <ZoomIn size={16} />
        </IconButton>
      </div>
      <div className="scroll-area max-h-[32%] shrink-0 space-y-2 py-2">
        {selected?.kind === 'text' ? (
          <Field
            key={selected.id}
            label="Words on the picture"
            value={selected.text}
            onChange={(text) => act({ do: 'write', text: text.slice(0, 400), refit })}
            multiline
          />
        ) : null}
        <MarkList
          marks={history.present}
          selectedId={selectedId}
          onSelect={(id) => act({ do: 'select', id })}
          onRemove={(id) => {
            act({ do: 'remove', id });
            frame.current?.focus();
          }}
          onRemoveProposed={() => act({ do: 'remove proposed' })}
        />
      </div>
      <div className="border-t border-line bg-card px-3.5 py-2.5">
        {problem ? (
          <div className="mb-2">
            <Banner tone="error" role="alert">
              {problem}
            </Banner>
          </div>
        ) : null}
        {asked ? (
          <div role="alert" className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1">Leave without saving what you drew?</span>
            <Button size="sm" variant="danger" onClick={onClose}>
              Leave
            </Button>
            <Button size="sm" onClick={() => setAsked(false)}>
              Stay
            </Button>
          </div>
        ) : (
          <div className="flex items-center gap-2.5">
            <p className="min-w-0 flex-1 text-meta text-ink-3">
              Saved as you see it. The original is not kept.
            </p>
            <Button variant="primary" disabled={saving} onClick={() => void save()}>
              {saving ? 'Saving…' : 'Save'}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
