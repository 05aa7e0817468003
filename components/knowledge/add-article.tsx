import { FilePlus2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Escalation } from '@/lib/escalation/escalation';

const ArticleEditor = lazy(() => import('./article-editor').then((it) => ({ default: it.ArticleEditor })));

/** What was answered elsewhere is written down where the next agent looks. */
export function AddArticle({ escalation }: { escalation: Escalation }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <FilePlus2 size={14} /> Add article
      </Button>
      <Suspense>
        {open ? (
          <ArticleEditor
            article={null}
            escalation={escalation}
            onQueue={() => Promise.resolve()}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
