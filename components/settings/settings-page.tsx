import { DataSection } from './data-section';
import { DesksSection } from './desks-section';
import { KnowledgeSection } from './knowledge-section';
import { PlaybookSection } from './playbook-section';
import { ThemeSection } from './theme-section';
import { TrackersSection } from './trackers-section';

/** Connections, looks and data on one page; every section says what it is for before it asks for anything. */
export function SettingsPage() {
  return (
    <main className="mx-auto max-w-[680px] px-5 py-8">
      <header className="mb-6">
        <h1 className="text-page font-bold tracking-[-0.01em]">Baton settings</h1>
        <p className="mt-1 max-w-[60ch] text-ink-2">
          Baton works without any of this: it reads the ticket you open it beside and gives you clean text to
          carry over. Connect a tracker, and it files the issue for you.
        </p>
      </header>
      <div className="space-y-8">
        <TrackersSection />
        <DesksSection />
        <KnowledgeSection />
        <PlaybookSection />
        <ThemeSection />
        <DataSection />
      </div>
    </main>
  );
}
