import { MASSNESS, type Massness, type Playbook, type Severity } from '@/lib/playbook/playbook';

type Rule = Playbook['policy'][number];

/** Who gets involved at this level, the rule for the highest level first. Null = not decided yet: every rule. */
export function whoIsInvolved(
  playbook: Pick<Playbook, 'policy'>,
  severity: Severity | null,
  massness: Massness | null,
): Rule[] {
  const reach = (wanted: Massness) => MASSNESS.indexOf(wanted);
  return playbook.policy
    .filter(
      (rule) =>
        (severity === null || rule.severity <= severity) &&
        (massness === null || reach(rule.massness) <= reach(massness)),
    )
    .toSorted((a, b) => b.severity - a.severity || reach(b.massness) - reach(a.massness));
}
