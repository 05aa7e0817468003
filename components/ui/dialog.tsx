import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: focus trap, Escape and return of focus come with it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[85vh] w-[min(92vw,420px)] overflow-auto rounded-lg border border-line bg-card p-0 text-ink shadow-card backdrop:bg-[oklch(20%_0.01_260/0.4)]"
    >
      <div className="flex items-center justify-between border-b border-line px-3.5 py-2.5">
        <h2 id={id} className="text-body font-bold">
          {title}
        </h2>
        <IconButton label="Close" onClick={() => ref.current?.close()}>
          <X size={16} />
        </IconButton>
      </div>
      <div className="p-3.5">{children}</div>
    </dialog>
  );
}
