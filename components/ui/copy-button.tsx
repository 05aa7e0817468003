import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly onCopied?: () => void;
}

/** Puts a text on the clipboard and says whether it did. */
export function CopyButton({ text, label, onCopied }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setSaid('copied');
        onCopied?.();
      },
      () => setSaid('refused'),
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => void copy()}>
        {said === 'copied' ? <Check size={14} className="text-ok" /> : <Copy size={14} />} {label}
      </Button>
      <span role="status" className="text-meta text-ink-3">
        {said === 'copied' ? 'Copied' : said === 'refused' ? 'The browser refused the clipboard.' : ''}
      </span>
    </span>
  );
}
