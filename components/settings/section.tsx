import type { ReactNode } from 'react';

/** A titled part of the settings page with one sentence of purpose. */
export function Section({
  title,
  purpose,
  children,
}: {
  title: string;
  purpose: string;
  children: ReactNode;
}) {
  return (
    <section>
      <h2 className="text-title font-bold">{title}</h2>
      <p className="mt-0.5 mb-3 max-w-[62ch] text-ink-2">{purpose}</p>
      {children}
    </section>
  );
}
