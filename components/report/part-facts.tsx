import type { Part } from '@/lib/playbook/playbook';
import { toHttpUrl } from '@/lib/std/text';

/** Who takes in the work of a part, who answers for it, and the tools to look into it. */
export function PartFacts({ part }: { readonly part: Part }) {
  const { administrator, raci, links } = part;
  const tools = links.flatMap(({ label, url }) => {
    const address = toHttpUrl(url);
    return address ? [{ label, url: address.href }] : [];
  });
  if (!administrator && !raci && tools.length === 0) return null;
  return (
    <div className="mt-1 space-y-0.5 text-meta text-ink-3">
      {administrator ? (
        <p>
          Taken in by <bdi className="font-semibold text-ink-2">{administrator}</bdi>
        </p>
      ) : null}
      {raci ? <p dir="auto">{raci}</p> : null}
      {tools.length > 0 ? (
        <ul aria-label={`Tools for ${part.name}`} className="flex flex-wrap gap-x-3">
          {tools.map(({ label, url }) => (
            <li key={url}>
              <a
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex min-h-6 items-center font-semibold text-accent underline-offset-2 hover:underline"
              >
                <bdi>{label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
