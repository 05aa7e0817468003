import type { ReactNode } from 'react';

interface ActionTileProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly busy?: boolean;
  /** Files are dragged over the panel. */
  readonly dropped?: boolean;
}

/** An empty place among the files: what fills it. */
export function ActionTile({ icon, children, onClick, busy = false, dropped = false }: ActionTileProps) {
  const tone = dropped
    ? 'border-accent bg-accent-soft text-accent'
    : 'border-control text-ink-2 hover:border-accent hover:text-accent';
  return (
    <li className="flex">
      <button
        type="button"
        disabled={busy}
        onClick={onClick}
        className={`flex min-h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 rounded-md border border-dashed px-1 text-meta ${tone}`}
      >
        {icon}
        {children}
      </button>
    </li>
  );
}
