import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { effectiveSeverity } from './severity';

const of = (
  severity: 1 | 2 | 3 | 4 | null,
  massness: 'isolated' | 'several' | 'everyone',
  loweredBecause = '',
) => effectiveSeverity({ severity, massness, loweredBecause }, defaultPlaybook);

describe('effectiveSeverity', () => {
  it('is nothing until a level is chosen', () => {
    expect(of(null, 'everyone')).toBeNull();
  });

  it('rises by one for several organizations and by two for everyone, capped at 4', () => {
    expect(of(2, 'isolated')?.level).toBe(2);
    expect(of(2, 'several')).toEqual({ level: 3, raisedBy: 1, proposedRaise: 1 });
    expect(of(2, 'everyone')?.level).toBe(4);
    expect(of(4, 'everyone')).toEqual({ level: 4, raisedBy: 0, proposedRaise: 0 });
  });

  it('stays when the agent says why', () => {
    expect(of(2, 'several', 'same holding company')).toEqual({ level: 2, raisedBy: 0, proposedRaise: 1 });
    expect(of(2, 'several', '   ')?.level).toBe(3);
  });
});
