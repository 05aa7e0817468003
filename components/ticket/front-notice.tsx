import { CircleAlert, CloudOff, Eye, Info, ShieldBan } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { requestOrigins, toOriginPattern } from '@/lib/browser/permissions';
import type { Front } from './front-tracker';

/** Asks for one origin inside the click; the panel reads again when the browser reports the grant. */
function AllowButton({ url, onGranted }: { url: string; onGranted: () => void }) {
  const target = new URL(url);
  return (
    <Button
      size="sm"
      onClick={() => {
        void requestOrigins([toOriginPattern(target)]).then((granted) => {
          if (granted) onGranted();
        });
      }}
    >
      Allow {target.hostname}
    </Button>
  );
}

interface FrontNoticeProps {
  readonly front: Front;
  /** Number of the ticket that is still shown, or null when there is none. */
  readonly shown: string | null;
  readonly onRead: (mode?: 'any') => void;
}

/** One quiet line about the tab in front whenever it is not simply the ticket that is shown. */
export function FrontNotice({ front, shown, onRead }: FrontNoticeProps) {
  const icon = <Info size={15} />;
  const kept = shown ? ` Showing #${shown}; nothing is lost.` : '';
  switch (front.kind) {
    case 'no-access':
      if (front.url && front.byPolicy) {
        return (
          <Banner icon={<ShieldBan size={15} />}>
            Your organization’s browser policy keeps extensions off {new URL(front.url).hostname}. Ask whoever
            manages the browser to allow Baton there, or paste the ticket’s text.{kept}
          </Banner>
        );
      }
      return (
        <Banner
          icon={<Eye size={15} />}
          actions={front.url ? <AllowButton url={front.url} onGranted={() => onRead()} /> : null}
        >
          {front.url
            ? `Baton may not read ${new URL(front.url).hostname} yet. Allow it, so that the panel can follow your tickets there.`
            : 'Baton cannot see this tab. Click the Baton icon in the toolbar while the ticket is open.'}
          {kept}
        </Banner>
      );
    case 'not-a-ticket':
      return (
        <Banner
          icon={icon}
          actions={
            <Button size="sm" onClick={() => onRead('any')}>
              Read this page
            </Button>
          }
        >
          This tab is no ticket.{kept}
        </Banner>
      );
    case 'failed':
      return (
        <Banner
          tone="error"
          role="alert"
          icon={front.error.kind === 'offline' ? <CloudOff size={15} /> : <CircleAlert size={15} />}
          actions={
            <Button size="sm" onClick={() => onRead()}>
              Read again
            </Button>
          }
        >
          {front.error.detail}
          {kept || ' You can still select text on the page and add it from the context menu.'}
        </Banner>
      );
    case 'ticket':
      return front.allowed ? null : (
        <Banner icon={icon} actions={<AllowButton url={front.url} onGranted={() => onRead()} />}>
          Baton reads this tab because you opened it here. Allow {new URL(front.url).hostname}, and the panel
          follows you from ticket to ticket.
        </Banner>
      );
    default:
      return null;
  }
}
