import * as z from 'zod/mini';
import { id, phrases } from './fields';

/** How a field of the playbook can be edited and described, read off its schema. */
export type FieldShape =
  | { readonly kind: 'group'; readonly fields: readonly GroupField[] }
  /** Groups one after another; `fixed` ones are always the same number. */
  | { readonly kind: 'list'; readonly entry: FieldShape; readonly min: number; readonly fixed: boolean }
  /** One choice for each place. */
  | { readonly kind: 'row'; readonly entry: FieldShape; readonly length: number }
  /** Short texts; `phrases` are written with commas, others one a line. */
  | { readonly kind: 'lines'; readonly phrases: boolean }
  /** Any number of these values. */
  | { readonly kind: 'choices'; readonly values: readonly Choice[] }
  | { readonly kind: 'choice'; readonly values: readonly Choice[] }
  | { readonly kind: 'text'; readonly isId: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' };

export type Choice = string | number;

export interface GroupField {
  readonly name: string;
  readonly shape: FieldShape;
  /** What an empty field means: a fact left out, null, or the empty text itself. */
  readonly empty: 'left-out' | 'null' | 'kept';
}

/** A whole number of so few values is chosen, not typed. */
const MOST_CHOICES = 10;

type Schema = z.core.$ZodType;

/** The least and the most a schema's checks allow: of a number itself, of a list its length. */
function limitsOf(schema: Schema): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = Number.MAX_SAFE_INTEGER;
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const def = _zod.def as
      | z.core.$ZodCheckGreaterThanDef
      | z.core.$ZodCheckLessThanDef
      | z.core.$ZodCheckMinLengthDef
      | z.core.$ZodCheckMaxLengthDef
      | z.core.$ZodCheckLengthEqualsDef;
    if (def.check === 'greater_than') min = Number(def.value);
    else if (def.check === 'less_than') max = Number(def.value);
    else if (def.check === 'min_length') min = def.minimum;
    else if (def.check === 'max_length') max = def.maximum;
    else if (def.check === 'length_equals') min = max = def.length;
  }
  return { min, max };
}

/** The schema inside of what says that a field may be missing. */
function unwrap(schema: Schema): { readonly inner: Schema; readonly empty: GroupField['empty'] } {
  if (schema instanceof z.core.$ZodOptional) return { inner: schema._zod.def.innerType, empty: 'left-out' };
  if (schema instanceof z.core.$ZodNullable) return { inner: schema._zod.def.innerType, empty: 'null' };
  if (schema instanceof z.core.$ZodDefault) return { inner: schema._zod.def.innerType, empty: 'kept' };
  return { inner: schema, empty: 'kept' };
}

function listShape(schema: z.core.$ZodArray): FieldShape {
  const { min, max } = limitsOf(schema);
  const entry = shapeOf(schema._zod.def.element);
  const fixed = min === max;
  if (entry.kind === 'text') return { kind: 'lines', phrases: schema === phrases };
  if (entry.kind !== 'choice') return { kind: 'list', entry, min, fixed };
  return fixed ? { kind: 'row', entry, length: min } : { kind: 'choices', values: entry.values };
}

function numberShape(schema: Schema): FieldShape {
  const { min, max } = limitsOf(schema);
  const size = max - min + 1;
  if (size > MOST_CHOICES) return { kind: 'number' };
  return { kind: 'choice', values: Array.from({ length: size }, (_, at) => min + at) };
}

/** Throws for a kind of schema that no playbook field has yet. */
export function shapeOf(schema: Schema): FieldShape {
  if (schema instanceof z.core.$ZodObject) {
    const fields = Object.entries(schema._zod.def.shape).map(([name, field]) => {
      const { inner, empty } = unwrap(field);
      return { name, shape: shapeOf(inner), empty };
    });
    return { kind: 'group', fields };
  }
  if (schema instanceof z.core.$ZodArray) return listShape(schema);
  if (schema instanceof z.core.$ZodEnum || schema instanceof z.core.$ZodLiteral) {
    const values = [...schema._zod.values].filter((it) => typeof it === 'string' || typeof it === 'number');
    return { kind: 'choice', values };
  }
  if (schema instanceof z.core.$ZodNumber) return numberShape(schema);
  if (schema instanceof z.core.$ZodString) return { kind: 'text', isId: schema === id };
  if (schema instanceof z.core.$ZodBoolean) return { kind: 'boolean' };
  throw new Error(`No shape for ${schema._zod.def.type}.`);
}

/** A new entry of a list, with as much in it as it must have. `newId` makes up ids. */
export function blankOf(shape: FieldShape, newId: () => string): unknown {
  switch (shape.kind) {
    case 'group':
      return Object.fromEntries(
        shape.fields
          .filter(({ empty }) => empty !== 'left-out')
          .map(({ name, shape: inner, empty }) => [name, empty === 'null' ? null : blankOf(inner, newId)]),
      );
    case 'list':
      return Array.from({ length: shape.min }, () => blankOf(shape.entry, newId));
    case 'row':
      return Array.from({ length: shape.length }, () => blankOf(shape.entry, newId));
    case 'lines':
    case 'choices':
      return [];
    case 'choice':
      return shape.values[0];
    case 'text':
      return shape.isId ? newId() : '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
  }
}
