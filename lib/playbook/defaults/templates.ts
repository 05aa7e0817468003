import type { Template, TemplateField } from '@/lib/playbook/playbook';

function toField(
  id: string,
  label: string,
  input: TemplateField['input'],
  more: Partial<TemplateField> = {},
): TemplateField {
  return { id, label, hint: '', input, choices: [], required: false, ...more };
}

const must = (field: TemplateField): TemplateField => ({ ...field, required: true });

const title = must(toField('title', 'Title', 'line', { hint: 'What breaks, where, with which error' }));
const part = toField('part', 'Part of the system', 'line', { hint: 'e.g. Reports' });
const organizationId = toField('organizationId', 'Organization ID', 'line', {
  hint: '“none” for a private person',
});
const importance = toField('importance', 'Importance', 'line', { hint: 'e.g. Enterprise, VIP' });
const where = toField('where', 'Where it happens', 'line', { hint: 'Address or path of the page' });
const steps = toField('steps', 'Steps', 'text', { hint: 'One step a line' });
const expected = toField('expected', 'Expected', 'text', { hint: 'What should have happened' });
const actual = toField('actual', 'Actual', 'text', { hint: 'What happened instead' });
const error = toField('error', 'Error', 'code', { hint: 'Code or exact text' });
const environment = toField('environment', 'Browser and system', 'line', {
  hint: 'e.g. Firefox 144 on Windows 11',
});
const quote = toField('quote', 'Customer quote', 'text', { hint: 'In the customer’s own words' });

/** What an engineer gets, per kind of escalation. */
export const defaultTemplates: Template[] = [
  {
    kind: 'bug',
    label: 'Bug',
    meaning: 'Something that worked, or should work, does not.',
    fields: [
      title,
      must(part),
      must(organizationId),
      importance,
      must(where),
      must(steps),
      must(expected),
      must(actual),
      error,
      environment,
      quote,
    ],
  },
  {
    kind: 'feature-request',
    label: 'Feature request',
    meaning: 'It works as built; customers need it to do more.',
    fields: [
      must(toField('title', 'Title', 'line', { hint: 'The ability that is missing, in a few words' })),
      part,
      must(
        toField('goal', 'What they want to achieve', 'text', {
          hint: 'The aim, not the button they ask for',
        }),
      ),
      must(toField('reports', 'Reports', 'line', { hint: 'Tickets that ask for it' })),
      must(toField('customers', 'Customers', 'line', { hint: 'Organizations that ask for it' })),
      organizationId,
      importance,
      toField('revenue', 'Revenue', 'line', { hint: 'A year, of those who asked' }),
      toField('renewal', 'Renewal date', 'line', { hint: 'The next one' }),
      toField('churnRisk', 'Churn risk', 'choice', { choices: ['Low', 'Medium', 'High'] }),
      toField('roadmap', 'Roadmap fit', 'line', { hint: 'Which plan it belongs to, if known' }),
      toField('workaround', 'Workaround today', 'text', { hint: 'What they do until then' }),
      quote,
    ],
  },
  {
    kind: 'consultation',
    label: 'Question',
    meaning: 'One answer is enough; the ticket stays here.',
    fields: [
      must(toField('question', 'The one question', 'text', { hint: 'So that one reply can settle it' })),
      must(toField('facts', 'What is known', 'text', { hint: 'Three facts at most, one a line' })),
      { ...where, label: 'Link', hint: 'The page it is about' },
      part,
    ],
  },
  {
    kind: 'tier-handoff',
    label: 'Next tier',
    meaning: 'Another tier goes on with it.',
    fields: [
      title,
      must(part),
      must(organizationId),
      importance,
      where,
      must(toField('done', 'Done so far', 'text', { hint: 'One thing a line, with what came of it' })),
      must(toField('unknown', 'Still unknown', 'text', { hint: 'What nobody could answer yet' })),
      must(toField('next', 'Next steps', 'text', { hint: 'What to try first' })),
      toField('answered', 'Key questions answered', 'text', {
        hint: 'So that nobody asks the customer again',
      }),
      error,
      environment,
      quote,
    ],
  },
  {
    kind: 'critical',
    label: 'Critical',
    meaning: 'Work stands still: four lines now, the rest after handoff.',
    fields: [
      must(toField('title', 'What stops', 'line', { hint: 'e.g. Nobody can sign in' })),
      must(toField('hit', 'Who is hit', 'line', { hint: 'Customers and people' })),
      must(toField('since', 'Since when', 'line', { hint: 'e.g. today 8:40' })),
      must(where),
      part,
      organizationId,
      importance,
      steps,
      expected,
      actual,
      error,
      environment,
      quote,
    ],
  },
];
