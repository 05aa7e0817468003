import { useLiveQuery } from 'dexie-react-hooks';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { useSetting } from '@/components/ui/use-setting';
import { askPage, pageUrl } from '@/lib/browser/page';
import { covers, removeOrigins, requestOrigins, toOriginPattern } from '@/lib/browser/permissions';
import { tabsAtOrigin } from '@/lib/browser/tabs';
import { type DeskConnection, deskConnections } from '@/lib/settings/settings';
import { toHttpUrl } from '@/lib/std/text';
import { deskById } from '@/lib/ticket/desks';
import { readTicket } from '@/lib/ticket/read-ticket';
import type { ReaderHealth } from '@/lib/ticket/reader-health';
import { forgetHealth, listHealth } from '@/lib/ticket/store';
import { type DeskEntry, DeskRow } from './desk-row';
import { HostedDesks, useGrantedOrigins } from './hosted-desks';
import { Section } from './section';

interface Verdict {
  readonly ok: boolean;
  readonly message: string;
}

/** Reads the first ticket found in an open tab of the desk: the proof that the connection works. */
async function readATicket(origin: string): Promise<Verdict & { readerId?: string }> {
  const tabs = await tabsAtOrigin(origin);
  let reason = 'No ticket of this desk is open. Open one in a tab, then press Read a ticket.';
  for (const tabId of tabs) {
    const url = await pageUrl(tabId);
    const ask = (readerId: string, request: object) => askPage(tabId, readerId, request);
    const answer = url && (await readTicket(url, ask).catch(() => null));
    if (answer?.ok && answer.value.desk !== 'page') {
      const { desk, number, subject } = answer.value;
      const name = deskById(desk)?.name ?? desk;
      return { ok: true, readerId: desk, message: `${name}: read #${number} “${subject}”.` };
    }
    if (answer && !answer.ok) reason = answer.error.detail;
  }
  return { ok: false, message: reason };
}

/** Every desk that was connected by address or read beside Baton, by address. */
function toEntries(
  connections: readonly DeskConnection[],
  health: readonly ReaderHealth[],
  granted: readonly string[],
): DeskEntry[] {
  const entries = new Map<string, DeskEntry>();
  const add = (address: string, readerId: string, known: ReaderHealth | undefined) => {
    const allowed = covers(granted, new URL(address));
    entries.set(address, { address, readerId, allowed, health: known });
  };
  for (const { origin, readerId } of connections) add(origin, readerId, undefined);
  for (const known of health) {
    const address = known.deskKey.slice(known.deskId.length + 1);
    if (URL.canParse(address)) add(address, known.deskId, known);
  }
  return [...entries.values()].toSorted((a, b) => a.address.localeCompare(b.address));
}

/** Help desks by address: allow the origin, then prove it by reading a ticket. */
export function DesksSection() {
  const desks = useSetting(deskConnections);
  const health = useLiveQuery(listHealth, [], []);
  const granted = useGrantedOrigins();
  const [address, setAddress] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (!desks) return null;

  const connect = () => {
    const typed = address.includes('://') ? address : `https://${address}`;
    const url = toHttpUrl(typed.trim());
    // Chrome takes a space into a host name, as %20, where the standard refuses it.
    if (!url || address.trim() === '' || url.hostname.includes('%')) {
      return setVerdict({ ok: false, message: 'That is not a web address. Example: https://desk.example' });
    }
    // Inside the click: an await before it would lose the gesture the browser's question needs.
    const asked = requestOrigins([toOriginPattern(url)]).catch(() => false);
    void asked.then(async (granted) => {
      if (!granted) {
        return setVerdict({ ok: false, message: `${url.host} was not allowed. Nothing was changed.` });
      }
      const read = await readATicket(url.origin);
      const others = desks.filter((desk) => desk.origin !== url.origin);
      await deskConnections.setValue([
        ...others,
        { origin: url.origin, readerId: read.readerId ?? '', connectedAt: Date.now() },
      ]);
      setVerdict(read);
    });
  };
  const remove = async ({ address, health: known }: DeskEntry) => {
    const { origin } = new URL(address);
    await removeOrigins([toOriginPattern(new URL(address))]).catch(() => false);
    await deskConnections.setValue(desks.filter((entry) => entry.origin !== origin));
    if (known) await forgetHealth(known.deskKey);
    setVerdict(null);
  };
  const allow = ({ address }: DeskEntry) =>
    void requestOrigins([toOriginPattern(new URL(address))]).catch(() => false);
  const entries = toEntries(desks, health, granted);

  return (
    <Section
      title="Help desks"
      purpose="Opened from the toolbar, Baton reads the ticket in front of you without this. Allow an address, and the panel follows you from ticket to ticket there."
    >
      <HostedDesks granted={granted} />
      {entries.length > 0 ? (
        <Card className="mb-4">
          {entries.map((desk) => (
            <DeskRow
              key={desk.address}
              desk={desk}
              onAllow={() => allow(desk)}
              onRemove={() => void remove(desk)}
            />
          ))}
        </Card>
      ) : null}
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <Field
          label="Address of the help desk"
          value={address}
          onChange={setAddress}
          mono
          placeholder="https://desk.example"
        />
        <Button type="submit">Allow and read a ticket</Button>
      </form>
      {verdict ? (
        <div className="mt-3">
          <Banner
            tone={verdict.ok ? 'accent' : 'error'}
            role={verdict.ok ? 'status' : 'alert'}
            icon={verdict.ok ? <CircleCheck size={15} /> : <CircleAlert size={15} />}
          >
            {verdict.message}
          </Banner>
        </div>
      ) : null}
    </Section>
  );
}
