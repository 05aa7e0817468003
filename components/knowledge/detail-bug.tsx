import { Card, SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { KnownBug } from '@/lib/knowledge/known-bug';

/** Reports shown; the source's own page lists the rest. */
const MOST_REPORTS = 10;

const linkClass = 'font-semibold text-accent underline-offset-2 hover:underline';

/** What helps first: workaround and reply; then where it happens and whom it hits. */
export function DetailBug({ bug }: { bug: KnownBug }) {
  const facts = [
    ['Parts', bug.parts],
    ['Versions', bug.versions],
    ['Fixed in', bug.fixedIn],
    ['Errors', bug.signatures],
    ['Hit', bug.organizations],
  ] as const;
  const told = facts.filter(([, values]) => values.length > 0);
  return (
    <>
      <Helps title="Workaround" text={bug.workaround} copy="Copy workaround" />
      <Helps title="Reply to the customer" text={bug.reply} copy="Copy reply" />
      {told.length > 0 ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[12.5px]">
          {told.map(([name, values]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="flex min-w-0 flex-wrap gap-x-1.5 wrap-anywhere">
                {values.map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: sources may name a value twice
                  <span key={at}>
                    <bdi className={name === 'Errors' ? 'font-mono' : ''}>{value}</bdi>
                    {at < values.length - 1 ? ',' : ''}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {bug.reports.length > 0 ? (
        <section>
          <SectionTitle remark={bug.reportCount > bug.reports.length ? `of ${bug.reportCount}` : undefined}>
            {bug.reports.length} linked {bug.reports.length === 1 ? 'report' : 'reports'}
          </SectionTitle>
          <ul className="space-y-1">
            {bug.reports.slice(0, MOST_REPORTS).map(({ title, text, url }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two reports may be alike
              <li key={at} dir="auto" className="wrap-anywhere">
                {url ? (
                  <a href={url} target="_blank" rel="noopener noreferrer" className={linkClass}>
                    {title || url}
                  </a>
                ) : (
                  title || <span className="line-clamp-2">{text}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface HelpsProps {
  readonly title: string;
  readonly text: string;
  readonly copy: string;
}

function Helps({ title, text, copy }: HelpsProps) {
  if (text.trim() === '') return null;
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        <p dir="auto" className="px-3 py-2 whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
        <p className="px-3 py-2">
          <CopyButton text={text} label={copy} />
        </p>
      </Card>
    </section>
  );
}
