import { Blend, Crop, MousePointer2, MoveUpRight, Square, Type } from 'lucide-react';
import type { Tool } from './mark-stage';

/** In the order they are mostly used; the key stands for the tool anywhere in the editor. */
export const TOOLS = [
  { tool: 'select', label: 'Select', key: 'v', Icon: MousePointer2 },
  { tool: 'blur', label: 'Blur', key: 'u', Icon: Blend },
  { tool: 'box', label: 'Box', key: 'b', Icon: Square },
  { tool: 'arrow', label: 'Arrow', key: 'a', Icon: MoveUpRight },
  { tool: 'text', label: 'Text', key: 't', Icon: Type },
  { tool: 'crop', label: 'Crop', key: 'c', Icon: Crop },
] as const satisfies readonly { tool: Tool; label: string; key: string; Icon: typeof Crop }[];

interface ToolBarProps {
  readonly tool: Tool;
  readonly onChoose: (tool: Tool) => void;
}

/** One labelled button for each tool. */
export function ToolBar({ tool, onChoose }: ToolBarProps) {
  return (
    <fieldset aria-label="Tools" className="grid grid-cols-6 gap-1 border-0">
      {TOOLS.map(({ tool: it, label, key, Icon }) => (
        <button
          key={it}
          type="button"
          aria-pressed={it === tool}
          aria-keyshortcuts={key}
          title={`${label} (${key.toUpperCase()})`}
          onClick={() => onChoose(it)}
          className={`btn flex h-11 min-w-0 flex-col items-center justify-center gap-0.5 rounded-md text-mini ${
            it === tool
              ? 'bg-accent-soft font-semibold text-accent inset-ring-[1.5px] inset-ring-accent'
              : 'text-ink-2 hover:bg-sunk hover:text-ink'
          }`}
        >
          <Icon size={16} aria-hidden="true" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
