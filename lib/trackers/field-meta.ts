import * as z from 'zod/mini';

/** How a config field is drawn. `secret` fields are stored encrypted and never leave the background worker. */
export interface FieldMeta {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly secret?: boolean;
  readonly kind?: 'text' | 'url' | 'choice';
  readonly choices?: ReadonlyArray<{ readonly value: string; readonly label: string }>;
}

/** Adapters register each field of their `configSchema` here; the settings form is drawn from it. */
export const fieldMeta = z.registry<FieldMeta>();
