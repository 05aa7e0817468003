/** A key, shown where it works. Hidden from assistive technology: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ children, onAccent = false }: { children: string; onAccent?: boolean }) {
  const tone = onAccent ? 'border-current' : 'border-line-2 text-ink-3';
  return (
    <span
      aria-hidden="true"
      className={`shrink-0 tiny:hidden rounded-[4px] border px-1 font-mono text-[10.5px] leading-[15px] ${tone}`}
    >
      {children}
    </span>
  );
}
