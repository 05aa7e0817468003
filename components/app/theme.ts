import { type Theme, theme } from '@/lib/settings/settings';

const query = () => matchMedia('(prefers-color-scheme: dark)');

function apply(choice: Theme): void {
  const dark = choice === 'dark' || (choice === 'system' && query().matches);
  document.documentElement.classList.toggle('dark', dark);
}

/** Follows the system at once, so that nothing flashes, then the agent's own choice as soon as it is known. */
export function startTheme(): void {
  let choice: Theme = 'system';
  apply(choice);
  query().addEventListener('change', () => apply(choice));
  const take = (next: Theme) => {
    choice = next;
    apply(choice);
  };
  void theme.getValue().then(take);
  theme.watch(take);
}
