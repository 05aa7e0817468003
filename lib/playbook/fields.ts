import * as z from 'zod/mini';
import type { Language } from '@/lib/language/language';

/** Longest texts of a playbook are drafts for customers. */
export const words = z.string().check(z.minLength(1), z.maxLength(2_000));
/** Up to `max` characters, empty where nothing is known. */
export const optionalWords = (max: number) => z._default(z.string().check(z.maxLength(max)), '');
export const id = z
  .string()
  .check(
    z.regex(
      /^[a-z][a-z0-9-]{0,40}$/,
      'must be small letters, digits and dashes, at most 41, a letter in front',
    ),
  );
export const webAddress = z
  .string()
  .check(z.regex(/^https:\/\/[^\s/]+/, 'must be an address that begins with https://'), z.maxLength(2_000));
export const level = z.literal([1, 2, 3, 4]);
/** 1 = Monday … 7 = Sunday. */
export const day = z.int().check(z.gte(1), z.lte(7));
export const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00'));
export const date = z.iso.date('must be a date such as 2026-12-25');
export const count = z.int().check(z.gte(0), z.lte(10_000));

/**
 * Words of any language that speak for something: a star ends a word that may go on (`erwart*`). Data, no expressions.
 * Without commas, because people write them as a list with commas.
 */
export const phrases = z
  .array(
    z
      .string()
      .check(z.minLength(2), z.maxLength(120), z.regex(/^[^,\r\n]*$/, 'must be one phrase without a comma')),
  )
  .check(z.maxLength(600));

/** What a text for customers may fill in; everything else in braces is refused. */
export const PLACEHOLDERS = [
  'customer',
  'number',
  'subject',
  'agent',
  'name',
  'expertise',
  'respondBy',
  'date',
  'question',
] as const;

const filledText = words.check(
  z.refine(
    (value) =>
      [...value.matchAll(/\{([^{}]*)\}/g)].every(([, name]) =>
        (PLACEHOLDERS as readonly unknown[]).includes(name),
      ),
    `may hold in braces only: ${PLACEHOLDERS.join(', ')}`,
  ),
);

/** One text per language; where a language is missing, English is used. */
export const texts = z.object({
  en: filledText,
  de: z.optional(filledText),
  fr: z.optional(filledText),
  es: z.optional(filledText),
  pt: z.optional(filledText),
  ru: z.optional(filledText),
} satisfies Record<Language, unknown>);
