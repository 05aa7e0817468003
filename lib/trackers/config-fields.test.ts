import { describe, expect, it } from 'vitest';
import { trackers } from '.';
import { configFields, configProblem, splitSecrets } from './config-fields';

const redmine = trackers[0];
if (!redmine) throw new Error('no tracker');

describe('config fields', () => {
  it('draws every field of the schema with a label, and marks the key as a secret', () => {
    const fields = configFields(redmine);
    expect(fields.map((field) => field.name)).toEqual([
      'url',
      'apiKey',
      'project',
      'trackerName',
      'formatting',
    ]);
    expect(fields.every((field) => field.meta.label.length > 0)).toBe(true);
    expect(fields.find((field) => field.name === 'trackerName')?.initial).toBe('Bug');
  });

  it('parts secrets from the rest', () => {
    expect(splitSecrets(redmine, { url: 'https://r.test', apiKey: 'k' })).toEqual({
      open: { url: 'https://r.test' },
      secret: { apiKey: 'k' },
    });
  });

  it('names the field that is missing or wrong, and never its value', () => {
    const say = (config: Record<string, string>) => {
      const parsed = redmine.configSchema.safeParse(config);
      return parsed.success ? '' : configProblem(redmine, config, parsed.error.issues);
    };
    expect(say({ url: 'https://r.test', project: 'app' })).toBe('API access key is missing.');
    expect(say({ url: 'ftp://r.test', apiKey: 'hush', project: 'app' })).toMatch(/^Address of Redmine: /);
    expect(say({ url: 'ftp://r.test', apiKey: 'hush', project: 'app' })).not.toContain('hush');
  });
});
