import { Users } from 'lucide-react';
import { whoIsInvolved } from '@/lib/escalation/policy';
import type { Massness, Playbook, Severity } from '@/lib/playbook/playbook';

interface PolicyNoteProps {
  readonly playbook: Playbook;
  /** The level that counts; null while none is chosen: then the whole policy shows, folded. */
  readonly severity: Severity | null;
  readonly massness: Massness | null;
}

/** Who gets involved when, by the playbook; nothing where it says nothing for this level. */
export function PolicyNote({ playbook, severity, massness }: PolicyNoteProps) {
  const rules = whoIsInvolved(playbook, severity, massness);
  if (rules.length === 0) return null;
  const decided = severity !== null;
  const list = (
    <ul className="space-y-1">
      {rules.map(({ severity: level, massness: reach, who, what }) => (
        <li key={`${level} ${reach} ${who}`}>
          <bdi className="font-semibold">{who}</bdi>
          {decided ? ': ' : ` (${when(playbook, level, reach)}): `}
          <bdi>{what}</bdi>
        </li>
      ))}
    </ul>
  );
  if (!decided) {
    return (
      <details className="text-meta text-ink-2">
        <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm text-ink-3">
          Who gets involved when
        </summary>
        <div className="pt-1">{list}</div>
      </details>
    );
  }
  return (
    <section
      aria-label="Who gets involved"
      className="flex gap-2 rounded-lg bg-sunk px-2.5 py-2 text-[12.5px] leading-[18px]"
    >
      <Users size={15} aria-hidden="true" className="mt-px shrink-0 text-ink-3" />
      {list}
    </section>
  );
}

function when({ massness }: Playbook, level: Severity, reach: Massness): string {
  const hit = massness.find(({ id }) => id === reach)?.label.toLowerCase();
  const from = level === 4 ? 'severity 4' : `from severity ${level}`;
  if (reach === 'isolated' || !hit) return from;
  return level === 1 ? hit : `${from}, ${hit}`;
}
