import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { requestOrigins, toOriginPattern } from '@/lib/browser/permissions';
import { send } from '@/lib/messages/send';
import { parsePlaybookUrl } from '@/lib/playbook/playbook-url';
import type { PlaybookAddress } from '@/lib/settings/settings';
import type { Result } from '@/lib/std/result';
import { formatAgo, MINUTE_MS } from '@/lib/std/time';
import { useNow } from './use-now';

/** Asks for the origin inside the click, then runs what needs it. Null = done, else why not. */
async function withOrigin(
  url: URL,
  step: () => Promise<Result<null, { readonly message: string }>>,
): Promise<string | null> {
  const granted = await requestOrigins([toOriginPattern(url)]).catch(() => false);
  if (!granted) return `${url.host} was not allowed. Nothing was changed.`;
  const done = await step().catch(() => null);
  if (!done) return 'Baton’s background part did not answer. Try again.';
  return done.ok ? null : done.error.message;
}

function Problem({ children }: { children: string }) {
  return (
    <Banner tone="error" role="alert" icon={<CircleAlert size={15} />}>
      {children}
    </Banner>
  );
}

/** An address to load the playbook from; nothing changes until a valid one came. */
export function PlaybookAddressForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setProblem(null);
    const url = parsePlaybookUrl(typed);
    if (!url.ok) return setProblem(url.error);
    setBusy(true);
    const failed = await withOrigin(url.value, () => send('connectPlaybook', { url: url.value.href }));
    setBusy(false);
    if (failed === null) onDone();
    else setProblem(`${failed} What was in force stays.`);
  };
  return (
    <form
      aria-label="Load from a web address"
      className="mt-3 space-y-3 rounded-lg border border-line bg-card p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      <Field
        label="Address of the playbook"
        value={typed}
        onChange={setTyped}
        placeholder="https://files.example/playbook.json"
        help="A JSON file that can be read without signing in. It takes the place of the playbook in force and is loaded again every day."
        mono
      />
      {problem ? <Problem>{problem}</Problem> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" disabled={busy}>
          Load
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Where the playbook in force comes from, when it came last, and what went wrong since. */
export function PlaybookOrigin({ address }: { address: PlaybookAddress }) {
  const now = useNow(MINUTE_MS);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { url, loadedAt, problem } = address;
  const reload = async () => {
    setBusy(true);
    setRefused(await withOrigin(new URL(url), () => send('reloadPlaybook', undefined)));
    setBusy(false);
  };
  const wrong = problem ? `${problem.message} Tried ${formatAgo(problem.at, now)}.` : refused;
  return (
    <div className="rounded-lg border border-line bg-card p-4 shadow-card">
      <p className="font-semibold wrap-anywhere">
        <bdi>{url}</bdi>
      </p>
      <p role="status" className="mt-0.5 text-meta text-ink-3">
        {busy ? 'Loading…' : `Last good load: ${formatAgo(loadedAt, now)}.`} It is loaded again every day, so
        changes are made at this address. To edit it here, keep it as your own.
      </p>
      {wrong ? (
        <div className="mt-2.5">
          <Problem>{`${wrong} What came last stays in force.`}</Problem>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void reload()}>
          Load now
        </Button>
        <Button onClick={() => void send('disconnectPlaybook', undefined)}>Keep it as our own</Button>
      </div>
    </div>
  );
}
