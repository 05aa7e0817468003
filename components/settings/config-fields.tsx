import { CircleAlert, CircleCheck } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import type { ConfigField } from '@/lib/trackers/config-fields';
import { ChoiceField } from './choice-field';
import type { Verdict } from './use-config-form';

interface ConfigFieldsProps {
  readonly fields: readonly ConfigField[];
  readonly config: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
  /** Secrets are never shown again; an empty one keeps what is stored. */
  readonly isStored: boolean;
}

/** The fields of a config schema, in its order. */
export function ConfigFields({ fields, config, onChange, isStored }: ConfigFieldsProps) {
  return fields.map(({ name, meta }) =>
    meta.kind === 'choice' ? (
      <ChoiceField
        key={name}
        meta={meta}
        value={config[name] ?? ''}
        onChange={(value) => onChange(name, value)}
      />
    ) : (
      <Field
        key={name}
        name={name}
        label={meta.label}
        value={config[name] ?? ''}
        onChange={(value) => onChange(name, value)}
        placeholder={meta.secret && isStored ? 'stored; leave empty to keep it' : (meta.placeholder ?? '')}
        help={meta.help}
        secret={meta.secret ?? false}
        mono={meta.kind === 'url' || (meta.secret ?? false)}
      />
    ),
  );
}

/** What a test or a save came to. */
export function VerdictBanner({ verdict }: { verdict: Verdict }) {
  return (
    <Banner
      tone={verdict.ok ? 'accent' : 'error'}
      role={verdict.ok ? 'status' : 'alert'}
      icon={verdict.ok ? <CircleCheck size={15} /> : <CircleAlert size={15} />}
    >
      {verdict.message}
      {verdict.warnings.map((warning) => (
        <p key={warning} className="mt-1 text-ink-2">
          {warning}
        </p>
      ))}
    </Banner>
  );
}
