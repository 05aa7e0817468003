import type { ComponentProps, ReactNode } from 'react';

const VARIANTS = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-hover disabled:bg-line disabled:text-ink-3 font-semibold',
  secondary:
    'bg-card text-ink inset-ring-1 inset-ring-line-2 hover:bg-sunk disabled:text-ink-3 font-semibold',
  quiet: 'text-accent hover:bg-accent-soft disabled:text-ink-3 font-semibold',
  danger: 'bg-card text-s4 inset-ring-1 inset-ring-line-2 hover:bg-s4-soft font-semibold',
} as const;

const SIZES = { md: 'h-[34px] px-3.5', sm: 'h-7 px-2.5 text-meta' } as const;

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: keyof typeof VARIANTS;
  readonly size?: keyof typeof SIZES;
  readonly children: ReactNode;
}

export function Button({ variant = 'secondary', size = 'md', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`btn inline-flex items-center justify-center gap-2 rounded-lg whitespace-nowrap tiny:h-auto tiny:min-h-7 tiny:py-1 tiny:whitespace-normal transition-colors motion-reduce:transition-none ${VARIANTS[variant]} ${SIZES[size]} ${className}`}
      {...rest}
    />
  );
}

/** A square button that shows an icon only; the label is read out and shown as a tooltip. */
export function IconButton({ label, className = '', ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`grid size-7 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink ${className}`}
      {...rest}
    />
  );
}

interface TextButtonProps extends ComponentProps<'button'> {
  /** Says nothing until it is looked for: for what stands beside every row. */
  readonly quiet?: boolean;
}

/** Looks like a link, acts like a button; big enough to hit. */
export function TextButton({ quiet = false, className = '', ...rest }: TextButtonProps) {
  const tone = quiet ? 'font-medium text-ink-3 hover:text-accent' : 'font-semibold text-accent';
  return (
    <button
      type="button"
      className={`inline-flex min-h-6 min-w-6 items-center rounded-sm underline-offset-2 hover:underline ${tone} ${className}`}
      {...rest}
    />
  );
}
