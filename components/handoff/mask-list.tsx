import { EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, TextButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { countMasks, type Mask } from '@/lib/masking/mask';
import { useMasks } from './mask-context';

function MaskRow({ mask }: { mask: Mask }) {
  const { toggle } = useMasks();
  const times = mask.count > 1 ? ` · ${mask.count} places` : '';
  return (
    <li className="flex items-center gap-2.5 px-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="font-mono text-meta wrap-anywhere">
          <bdi>{mask.original}</bdi>
        </p>
        <p className="text-meta text-ink-3">
          {mask.masked ? `leaves as ${mask.label}` : 'leaves as written'}
          {times}
        </p>
      </div>
      <Button
        size="sm"
        data-mask={mask.id}
        aria-keyshortcuts="m"
        aria-label={`${mask.masked ? 'Unmask' : 'Mask'} ${mask.original}`}
        onClick={(event) => toggle(mask, event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey)
            toggle(mask, event.currentTarget);
        }}
      >
        {mask.masked ? 'Unmask' : 'Mask'}
      </Button>
    </li>
  );
}

/** `2 e-mail addresses masked`, with every value and the way back behind one button. Nothing where nothing was found. */
export function MaskList() {
  const { masks } = useMasks();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (masks.length === 0) return null;
  const masked = countMasks(masks);
  const unmasked = masks.filter((mask) => !mask.masked).length;
  return (
    <section aria-label="Masks" className="mt-1 text-meta text-ink-2">
      <div className="flex flex-wrap items-center gap-x-2">
        <EyeOff size={14} className="shrink-0 text-s3" aria-hidden="true" />
        <span className="min-w-0 flex-1">
          {masked ? `Masked in this copy: ${masked}` : 'Nothing is masked'}
          {unmasked > 0 ? ` · ${unmasked} ${unmasked === 1 ? 'leaves' : 'leave'} as written` : ''}
        </span>
        <TextButton
          className="text-meta"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide' : 'Show all'}
        </TextButton>
      </div>
      <div id={id} hidden={!open}>
        {open ? (
          <Card className="mt-1">
            <ul className="divide-y divide-line">
              {masks.map((mask) => (
                <MaskRow key={mask.id} mask={mask} />
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </section>
  );
}
