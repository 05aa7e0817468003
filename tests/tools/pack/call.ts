import { parseArgs } from 'node:util';

/** The command was called in a way that cannot work; the message says how to call it. */
export class WrongCall extends Error {}

export interface Call {
  readonly from:
    | { readonly sourceId: string; readonly configFile: string }
    | { readonly files: readonly string[] };
  readonly out: string;
  /** Where the pack before lies; deltas lead on from it. */
  readonly previous: string;
}

export const USAGE =
  'Usage: npm run pack -- --source ID --config config.json --out DIR [--previous DIR], ' +
  'or npm run pack -- --file bugs.csv [--file more.md …] --out DIR [--previous DIR]. ' +
  'Secrets stand in the config file or in BATON_PACK_<FIELD>, never on the command line.';

export function parseCall(words: readonly string[]): Call {
  const { source, config, out, previous, file: files = [] } = parseWords(words);
  if (!out) throw new WrongCall(`--out is missing. ${USAGE}`);
  const folders = { out, previous: previous ?? out };
  if (files.length > 0) {
    if (source || config) throw new WrongCall(`--file cannot stand beside --source and --config. ${USAGE}`);
    return { from: { files }, ...folders };
  }
  if (!source || !config) throw new WrongCall(`--source and --config, or --file, are missing. ${USAGE}`);
  return { from: { sourceId: source, configFile: config }, ...folders };
}

function parseWords(words: readonly string[]) {
  const one = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        source: one,
        config: one,
        out: one,
        previous: one,
        file: { type: 'string', multiple: true },
      },
    }).values;
  } catch {
    // Its own words would quote what was typed, which may be a token.
    throw new WrongCall(`That is no call of this command. ${USAGE}`);
  }
}
