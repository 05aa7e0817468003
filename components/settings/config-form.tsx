import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ConfigFields, VerdictBanner } from './config-fields';
import {
  type CheckAnswer,
  type ConfigForm as Form,
  type SaveAnswer,
  toCheckVerdict,
  toSaveVerdict,
} from './use-config-form';

interface ConfigFormProps {
  /** Name of what is connected. */
  readonly name: string;
  /** What it offers, in a line below the name. */
  readonly remark?: string;
  readonly form: Form;
  /** True for a connection that exists: its secrets stay when their fields are left empty. */
  readonly isStored: boolean;
  readonly labels: { readonly save: string; readonly check: string };
  readonly onCheck: () => Promise<CheckAnswer>;
  readonly onSave: () => Promise<SaveAnswer>;
  readonly onDone: () => void;
  /** Fields of Baton's own beside those of the config. */
  readonly children?: ReactNode;
}

/** Drawn from the config schema of what is connected. Secrets are never shown again. */
export function ConfigForm(props: ConfigFormProps) {
  const { name, remark, form, isStored, labels, onCheck, onSave, onDone, children } = props;
  return (
    <form
      aria-label={name}
      className="space-y-3.5 rounded-lg border border-line bg-card p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        void form
          .withPermission(async () => toSaveVerdict(await onSave()))
          .then((result) => {
            if (result.ok) onDone();
          });
      }}
    >
      <div>
        <h3 className="font-bold">{isStored ? `Change ${name}` : `Connect ${name}`}</h3>
        {remark ? <p className="mt-0.5 text-meta text-ink-3">{remark}</p> : null}
      </div>
      <ConfigFields fields={form.fields} config={form.config} onChange={form.change} isStored={isStored} />
      {children}
      {form.verdict ? <VerdictBanner verdict={form.verdict} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" disabled={form.busy}>
          {labels.save}
        </Button>
        <Button
          disabled={form.busy}
          onClick={() => void form.withPermission(async () => toCheckVerdict(await onCheck()))}
        >
          {labels.check}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
