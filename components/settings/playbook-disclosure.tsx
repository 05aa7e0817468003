import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Chip } from '@/components/ui/chip';
import { usePlaybookEditing } from './playbook-context';

interface PlaybookDisclosureProps {
  /** Names its place in the list of what is open. */
  readonly openKey: string;
  readonly title: string;
  readonly remark?: string;
  /** Problems inside of it. */
  readonly problems: number;
  /** Heads of sections are bolder than those of entries. */
  readonly strong?: boolean;
  readonly actions?: ReactNode;
  readonly children: () => ReactNode;
}

/** A row that opens; what is inside is drawn only then, for a playbook holds hundreds of fields. */
export function PlaybookDisclosure(props: PlaybookDisclosureProps) {
  const { openKey, title, remark, problems, strong = false, actions, children } = props;
  const { isOpen, toggle } = usePlaybookEditing();
  const id = useId();
  const open = isOpen(openKey);
  return (
    <div>
      <div className="flex items-center gap-1 pe-1.5">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => toggle(openKey)}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2.5 py-1 text-start -outline-offset-2 hover:bg-sunk"
        >
          <ChevronRight
            size={15}
            aria-hidden="true"
            className={`shrink-0 text-ink-3 transition-transform motion-reduce:transition-none ${open ? 'rotate-90' : 'rtl:rotate-180'}`}
          />
          <span dir="auto" className={`min-w-0 wrap-anywhere ${strong ? 'font-semibold' : 'font-medium'}`}>
            {title}
          </span>
          {remark ? <span className="shrink-0 text-meta text-ink-3">{remark}</span> : null}
          {problems > 0 ? (
            <span className="ms-auto flex shrink-0">
              <Chip tone="s4">
                {problems} {problems === 1 ? 'problem' : 'problems'}
              </Chip>
            </span>
          ) : null}
        </button>
        {actions}
      </div>
      {open ? (
        <div id={id} className="space-y-3.5 px-3.5 pt-1.5 pb-4">
          {children()}
        </div>
      ) : null}
    </div>
  );
}
