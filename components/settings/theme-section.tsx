import { ChoiceCard } from '@/components/ui/choice';
import { useSetting } from '@/components/ui/use-setting';
import { type Theme, theme } from '@/lib/settings/settings';
import { Section } from './section';

const CHOICES: ReadonlyArray<readonly [Theme, string]> = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function ThemeSection() {
  const chosen = useSetting(theme);
  return (
    <Section title="Looks" purpose="Follows your system unless you say otherwise.">
      <fieldset className="flex max-w-[420px] flex-wrap gap-1.5">
        <legend className="sr-only">Theme</legend>
        {CHOICES.map(([value, label]) => (
          <ChoiceCard
            key={value}
            name="theme"
            checked={chosen === value}
            onChoose={() => void theme.setValue(value)}
            className="flex-1 px-2 py-2 text-center font-medium"
          >
            {label}
          </ChoiceCard>
        ))}
      </fieldset>
    </Section>
  );
}
